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
} from '../../verification/index.js';

/** What employers were told and may see again: whether it is what was answered. Only with the master key. */
export async function checkKeptAnswers(
  query: QueryFunction,
  { register, own }: { readonly register: Uint8Array; readonly own: OwnKeys },
): Promise<Finding[]> {
  const lists = new NewestFirst();
  for (const { id, filename, answeredAt, isBound } of await answeredLists(query)) {
    const found = finding('listAltered', { id, filename });
    const holds = async (): Promise<boolean> =>
      (await isListBound(query, { key: register, between: setImmediate }, id)) &&
      (await isAnswerTo((await answerOfList(query, id)) ?? '', { id, answeredAt }, own));
    if (!isBound) lists.unbound(found);
    else if (await holds()) lists.bound();
    else lists.altered(found);
  }
  const checks = new NewestFirst();
  for await (const part of allHistory(query))
    for (const line of part) {
      const found = finding('checkAltered', { id: line.id, number: line.askedNumber });
      if (line.mac === null) checks.unbound(found);
      else if (isCheckBound(register, line)) checks.bound();
      else checks.altered(found);
    }
  return [...lists.findings, ...checks.findings];
}

/**
 * Records, the newest first. Those from before records were bound have no binding; one without that is newer than one
 * with a binding has lost it.
 */
class NewestFirst {
  readonly findings: Finding[] = [];
  private waiting: Finding[] = [];

  unbound(found: Finding): void {
    this.waiting.push(found);
  }

  altered(found: Finding): void {
    this.bound();
    this.findings.push(found);
  }

  bound(): void {
    this.findings.push(...this.waiting);
    this.waiting = [];
  }
}
