import sql, { join } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

/** Ids by kind, repeated once per session that holds them. */
export interface HeldBySessions {
  readonly cohort: readonly string[];
  readonly room: readonly string[];
  readonly instructor: readonly string[];
  readonly pool: readonly string[];
}

/** What sessions hold; for cancelled ones what they held, because they can be restored. */
export async function heldBySessions(query: QueryFunction, ids: readonly string[]): Promise<HeldBySessions> {
  if (ids.length === 0) return { cohort: [], room: [], instructor: [], pool: [] };
  const sessions = await query<{ cohortId: string; roomId: string | null }>(
    sql`SELECT cohort_id AS "cohortId", room_id AS "roomId" FROM session WHERE id IN (${join([...ids])})`,
  );
  const people = await query<{ id: string }>(
    sql`SELECT instructor_id AS "id" FROM session_instructor WHERE session_id IN (${join([...ids])})`,
  );
  const pools = await query<{ id: string }>(
    sql`SELECT pool_id AS "id" FROM session_licence WHERE session_id IN (${join([...ids])})`,
  );
  return {
    cohort: sessions.map((one) => one.cohortId),
    room: sessions.flatMap((one) => one.roomId ?? []),
    instructor: people.map((one) => one.id),
    pool: pools.map((one) => one.id),
  };
}
