import { refuse, refused, type Refused, type Transaction, found } from '../../../platform/index.js';
import { Bulletin } from '../data/bulletin.entity.js';
import type { BulletinRefusalCode } from '../domain/refusals.js';

/** Locks a bulletin; null if it is open. @throws NotFound */
export async function lockOpenBulletin(tx: Transaction, id: string): Promise<Refused<BulletinRefusalCode> | null> {
  const bulletin = found(await tx.lock(Bulletin, id));
  return bulletin.state === 'open'
    ? null
    : refused(refuse(bulletin.state === 'sent' ? 'bulletinSent' : 'bulletinDropped', { at: bulletin.closedAt }));
}
