import sql, { join } from 'sql-template-tag';
import { Cohort } from '../../../cohorts/index.js';
import type { Transaction } from '../../../platform/index.js';
import { Instructor } from '../data/instructor.entity.js';
import { LicencePool } from '../data/licence-pool.entity.js';
import { Room } from '../data/room.entity.js';
import { Session } from '../data/session.entity.js';
import type { SessionChange } from '../domain/change-set.js';

/**
 * Locks all that changes of the timetable take or free: cohorts, rooms, instructors, pools, then the sessions, each
 * kind by id, so that two transactions never wait for each other in a circle.
 * A room that is freed is locked like one that is taken.
 */
export async function lockForChanges(tx: Transaction, changes: readonly SessionChange[]): Promise<void> {
  const ids = changes.flatMap((change) => (change.kind === 'place' ? [] : [change.sessionId]));
  const places = changes.flatMap((change) => (change.kind === 'cancel' ? [] : (change.place ?? [])));
  const held = await heldBy(tx, ids);
  await lockAll(tx, Cohort, [
    ...changes.flatMap((change) => (change.kind === 'place' ? change.cohortId : [])),
    ...held.cohort,
  ]);
  await lockAll(tx, Room, [...places.flatMap(({ roomId }) => roomId ?? []), ...held.room]);
  await lockAll(tx, Instructor, [
    ...places.flatMap(({ instructors }) => instructors.map((one) => one.instructorId)),
    ...held.instructor,
  ]);
  await lockAll(tx, LicencePool, [
    ...places.flatMap(({ licences }) => licences.map((one) => one.poolId)),
    ...held.pool,
  ]);
  await lockAll(tx, Session, ids);
}

type Lockable = typeof Cohort | typeof Room | typeof Instructor | typeof LicencePool | typeof Session;

async function lockAll(tx: Transaction, entity: Lockable, ids: readonly string[]): Promise<void> {
  if (!tx.isPostgres) return;
  for (const id of [...new Set(ids)].sort()) await tx.lock<{ id: string }>(entity, id);
}

interface Held {
  readonly cohort: string[];
  readonly room: string[];
  readonly instructor: string[];
  readonly pool: string[];
}

/** What sessions hold, cancelled ones what they held: they may come back to it. */
async function heldBy(tx: Transaction, ids: readonly string[]): Promise<Held> {
  if (ids.length === 0) return { cohort: [], room: [], instructor: [], pool: [] };
  const sessions = await tx.query<{ cohortId: string; roomId: string | null }>(
    sql`SELECT cohort_id AS "cohortId", room_id AS "roomId" FROM session WHERE id IN (${join([...ids])})`,
  );
  const people = await tx.query<{ id: string }>(
    sql`SELECT instructor_id AS "id" FROM session_instructor WHERE session_id IN (${join([...ids])})`,
  );
  const pools = await tx.query<{ id: string }>(
    sql`SELECT pool_id AS "id" FROM session_licence WHERE session_id IN (${join([...ids])})`,
  );
  return {
    cohort: sessions.map((one) => one.cohortId),
    room: sessions.flatMap((one) => one.roomId ?? []),
    instructor: people.map((one) => one.id),
    pool: pools.map((one) => one.id),
  };
}
