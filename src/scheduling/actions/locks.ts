import { Cohort } from '../../cohorts/index.js';
import type { Transaction } from '../../platform/index.js';
import { Instructor } from '../data/instructor.entity.js';
import { Room } from '../data/room.entity.js';
import { Session } from '../data/session.entity.js';

interface Holds {
  readonly cohortId: string;
  readonly roomIds: readonly (string | null)[];
  readonly instructorIds: readonly (string | null)[];
}

/** Locks all that a change of the timetable takes or frees: cohort, rooms, instructors, each kind by id, so that two changes never wait for each other in a circle. */
export async function lockHolders(tx: Transaction, { cohortId, roomIds, instructorIds }: Holds): Promise<void> {
  await tx.lock(Cohort, cohortId);
  for (const id of inOrder(roomIds)) await tx.lock(Room, id);
  for (const id of inOrder(instructorIds)) await tx.lock(Instructor, id);
}

/** Locks a session together with what it holds and what it would hold. `null` where there is none. */
export async function lockSession(tx: Transaction, id: string, wanted: { roomId: string | null; instructorId: string | null }): Promise<Session | null> {
  const known = await tx.of(Session).findOneBy({ id });
  if (!known) return null;
  await lockHolders(tx, { cohortId: known.cohortId, roomIds: [known.roomId, wanted.roomId], instructorIds: [known.instructorId, wanted.instructorId] });
  return tx.lock(Session, id);
}

function inOrder(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids)].filter((id) => id !== null).sort();
}
