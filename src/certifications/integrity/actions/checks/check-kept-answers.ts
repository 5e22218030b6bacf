import { setImmediate } from 'node:timers/promises';
import type { QueryFunction } from '../../../../platform/index.js';
import type { OwnKeys } from '../../../documents/index.js';
import { type Finding, finding } from '../../../log/index.js';
import { readable, readableAsync } from '../readable.js';
import {
  allHistory,
  answeredLists,
  answerOfList,
  isCheckBound,
  isListAsSigned,
  rowsSignedFor,
  unboundAnswers,
  unsignedLists,
} from '../../../verification/index.js';

interface AnswerKeys {
  /** Key of the register's bindings, 32 bytes. */
  readonly register: Uint8Array;
  readonly own: OwnKeys;
  /** Number of stored answers that may lack a binding; `undefined`: unknown. */
  readonly unbound: number | undefined;
}

/** Whether stored answers to employers are unaltered. Needs the master key. */
export async function checkKeptAnswers(query: QueryFunction, keys: AnswerKeys): Promise<Finding[]> {
  return [
    ...(await readableAsync('The employers’ lists', () => listFindings(query, keys))),
    ...(await readableAsync('The employers’ history', () => lineFindings(query, keys))),
    ...(await unboundFindings(query, keys)),
  ];
}

async function listFindings(query: QueryFunction, { register, own }: AnswerKeys): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const { id, filename, answeredAt, isBound } of await answeredLists(query)) {
    if (!isBound) continue;
    found.push(
      ...(await readableAsync(`The employer’s list ${filename} (${id})`, async () => {
        const signed = await rowsSignedFor({ id, answeredAt }, (await answerOfList(query, id)) ?? '', own);
        const isSo = await isListAsSigned(query, { key: register, between: setImmediate }, { id, signed });
        return isSo ? [] : [finding('listAltered', { id, filename })];
      })),
    );
  }
  for (const { id, filename, answeredAt } of await unsignedLists(query))
    if (answeredAt === null) found.push(finding('listNotAnswered', { id, filename }));
  return found;
}

async function lineFindings(query: QueryFunction, { register }: AnswerKeys): Promise<Finding[]> {
  const found: Finding[] = [];
  for await (const lines of allHistory(query))
    for (const line of lines)
      found.push(
        ...readable(`Check ${line.id} in an employer’s history`, () =>
          line.mac === null || isCheckBound(register, line)
            ? []
            : [finding('checkAltered', { id: line.id, number: line.askedNumber })],
        ),
      );
  return found;
}

/** Only answers from before bindings lack one, and their number can only fall. */
async function unboundFindings(query: QueryFunction, { unbound }: AnswerKeys): Promise<Finding[]> {
  const count = await unboundAnswers(query);
  return unbound === undefined || count <= unbound ? [] : [finding('answersUnbound', { count, before: unbound })];
}
