import type { Thing } from '../../../accounts/index.js';
import { NotFound, type Subject, type Transaction } from '../../../platform/index.js';
import { Instructor, type OwnedBy, Room } from '../../core/index.js';

export interface LockedOwner {
  readonly subject: Subject;
  /** Whose it is, as far as rights ask: an instructor's own account. */
  readonly thing: Thing;
}

/** The room or instructor, locked, so that nobody books it meanwhile. @throws NotFound for an unknown one. */
export async function lockOwner(tx: Transaction, { kind, id }: OwnedBy): Promise<LockedOwner> {
  const label = kind === 'room' ? (await tx.lock(Room, id))?.code : (await tx.lock(Instructor, id))?.name;
  if (label === undefined) throw new NotFound();
  const account = kind === 'room' ? null : (await tx.of(Instructor).findOneByOrFail({ id })).accountId;
  return { subject: { type: kind, id, label }, thing: { ownerIds: [account] } };
}
