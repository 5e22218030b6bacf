import { NotFound, refuse, refused, type Refused, type Transaction } from '../../../platform/index.js';
import { Bulletin } from '../data/bulletin.entity.js';
import type { BulletinRefusalCode } from '../domain/refusals.js';

/** Locks a bulletin; null where it is open. @throws NotFound */
export async function lockOpenBulletin(tx: Transaction, id: string): Promise<Refused<BulletinRefusalCode> | null> {
  const bulletin = await tx.lock(Bulletin, id);
  if (!bulletin) throw new NotFound();
  return bulletin.state === 'open'
    ? null
    : refused(refuse(bulletin.state === 'sent' ? 'bulletinSent' : 'bulletinDropped', { at: bulletin.closedAt }));
}
