import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import { keptUntil } from '../../core/index.js';
import { macHolds, macOf, numberCell } from '../../log/index.js';
import { answeredOfList } from './verification-lists.js';

const START = 'listStart';

/** MAC over the start of a list: nobody else can have a list answered that its employer did not start. */
export const startMac = (
  key: Uint8Array,
  { id, startedAt }: { readonly id: string; readonly startedAt: number },
): string => macOf(key, START, [id, startedAt]);

/** Whether its employer started a list, and not so long ago that it was removed since. */
export async function isStarted(
  query: QueryFunction,
  { key, now }: { readonly key: Uint8Array; readonly now: number },
  id: string,
): Promise<boolean> {
  const [row] = await query<{ startedAt: unknown; mac: string | null }>(
    sql`SELECT started_at AS "startedAt", start_mac AS "mac" FROM verification_batch WHERE id = ${id}`,
  );
  if (!row || row.mac === null) return false;
  const startedAt = numberCell(row.startedAt);
  const isBound = macHolds(key, START, { cells: [id, startedAt], mac: row.mac });
  return isBound && typeof startedAt === 'number' && keptUntil('lists', startedAt) > now;
}

/**
 * Whether a list waits for its employer to start it. One that was answered in part before starts were kept does not.
 */
export async function isUnstarted(
  query: QueryFunction,
  check: { readonly key: Uint8Array; readonly now: number },
  id: string,
): Promise<boolean> {
  return !(await isStarted(query, check, id)) && (await answeredOfList(query, id)) === 0;
}
