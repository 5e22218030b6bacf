import { may } from '../../../accounts/index.js';
import { type Actor, found, NotAllowed, type Refused } from '../../../platform/index.js';
import type { MadeKey } from '../../documents/index.js';
import type { IssuerKeyRow } from '../data/issuer-keys.js';
import type { IssuerRefusalCode } from '../domain/refusals.js';
import type { GenuineKeys } from './genuine-keys.js';
import type { IssuerKeys } from './issuer-keys.js';

export type KeyChangeResult = { readonly keyId: string } | Refused<IssuerRefusalCode>;

/** @throws NotAllowed */
export function demandMayManageKeys(actor: Actor): void {
  if (!may(actor, 'issuerKey.manage')) throw new NotAllowed();
}

/**
 * As it was stored, after missing ones are made.
 * @throws NotFound
 * @throws Busy, LogHasBeenChanged as `GenuineKeys.rows`
 */
export async function findIssuerKey(keys: IssuerKeys, genuine: GenuineKeys, id: string): Promise<IssuerKeyRow> {
  await keys.present();
  return found((await genuine.rows()).find((one) => one.id === id));
}

export function issuerKeySubject({ kind, keyId }: MadeKey): { type: string; id: string; label: string } {
  return { type: 'issuerKey', id: kind, label: keyId };
}
