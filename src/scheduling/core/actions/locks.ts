import { Cohort } from '../../../cohorts/index.js';
import type { Transaction } from '../../../platform/index.js';
import { heldBySessions } from '../data/held-by-sessions.js';
import { Instructor } from '../data/instructor.entity.js';
import { LicencePool } from '../data/licence-pool.entity.js';
import { lockRows } from '../data/lock-rows.js';
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
  const places = changes.flatMap((change) => (change.kind === 'cancel' ? [] : (change.slot ?? [])));
  const held = await heldBySessions(tx.query, ids);
  await lockRows(tx, Cohort, [
    ...changes.flatMap((change) => (change.kind === 'place' ? change.cohortId : [])),
    ...held.cohort,
  ]);
  await lockRows(tx, Room, [...places.flatMap(({ roomId }) => roomId ?? []), ...held.room]);
  await lockRows(tx, Instructor, [
    ...places.flatMap(({ instructors }) => instructors.map((one) => one.instructorId)),
    ...held.instructor,
  ]);
  await lockRows(tx, LicencePool, [
    ...places.flatMap(({ licences }) => licences.map((one) => one.poolId)),
    ...held.pool,
  ]);
  await lockRows(tx, Session, ids);
}
