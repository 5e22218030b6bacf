import type { Thing } from '../../../accounts/index.js';
import { NotFound, type Subject, type Transaction } from '../../../platform/index.js';
import { Instructor, type OwnedBy, Room } from '../../core/index.js';

export interface LockedOwner {
  readonly subject: Subject;
  /** The owner for permission checks: an instructor's own account. */
  readonly thing: Thing;
}

/** Locks the room or instructor, so that nobody books it meanwhile. @throws NotFound */
export async function lockOwner(tx: Transaction, { kind, id }: OwnedBy): Promise<LockedOwner> {
  const label = kind === 'room' ? (await tx.lock(Room, id))?.code : (await tx.lock(Instructor, id))?.name;
  if (label === undefined) throw new NotFound();
  const account = kind === 'room' ? null : (await tx.of(Instructor).findOneByOrFail({ id })).accountId;
  return { subject: { type: kind, id, label }, thing: { ownerIds: [account] } };
}
