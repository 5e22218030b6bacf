import { setImmediate } from 'node:timers/promises';
import type { QueryFunction } from '../../../platform/index.js';
import type { OwnKeys } from '../../documents/index.js';
import { type Finding, finding } from '../../log/index.js';
import {
  allHistory,
  answeredLists,
  answerOfList,
  isAnswerTo,
  isCheckBound,
  isListBound,
  unboundAnswers,
} from '../../verification/index.js';

interface AnswerKeys {
  /** Of the register's bindings, 32 bytes. */
  readonly register: Uint8Array;
  readonly own: OwnKeys;
  /** How many kept answers may have no binding; left out: not known here. */
  readonly unbound: number | undefined;
}

/** What employers were told and may see again: whether it is what was answered. Only with the master key. */
export async function checkKeptAnswers(query: QueryFunction, keys: AnswerKeys): Promise<Finding[]> {
  return [
    ...(await listFindings(query, keys)),
    ...(await lineFindings(query, keys)),
    ...(await unboundFindings(query, keys)),
  ];
}

async function listFindings(query: QueryFunction, { register, own }: AnswerKeys): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const { id, filename, answeredAt, isBound } of await answeredLists(query)) {
    if (!isBound) continue;
    const holds =
      (await isListBound(query, { key: register, between: setImmediate }, id)) &&
      (await isAnswerTo((await answerOfList(query, id)) ?? '', { id, answeredAt }, own));
    if (!holds) found.push(finding('listAltered', { id, filename }));
  }
  return found;
}

async function lineFindings(query: QueryFunction, { register }: AnswerKeys): Promise<Finding[]> {
  const found: Finding[] = [];
  for await (const lines of allHistory(query))
    for (const line of lines)
      if (line.mac !== null && !isCheckBound(register, line))
        found.push(finding('checkAltered', { id: line.id, number: line.askedNumber }));
  return found;
}

/** Only those from before there were bindings have none, and they become fewer. */
async function unboundFindings(query: QueryFunction, { unbound }: AnswerKeys): Promise<Finding[]> {
  const count = await unboundAnswers(query);
  return unbound === undefined || count <= unbound ? [] : [finding('answersUnbound', { count, known: unbound })];
}
