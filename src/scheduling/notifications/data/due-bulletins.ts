import type { QueryFunction } from '../../../platform/index.js';
import { leavesAt } from '../domain/bulletin-rules.js';
import { bulletinFacts } from './bulletin-facts.js';
import { openBulletins } from './open-bulletins.js';

/** Bulletins past their quiet period, and urgent ones. */
export async function dueBulletins(query: QueryFunction, now: number): Promise<string[]> {
  return (await bulletinFacts(query, await openBulletins(query)))
    .filter((bulletin) => leavesAt(bulletin, now) <= now)
    .map(({ id }) => id);
}
