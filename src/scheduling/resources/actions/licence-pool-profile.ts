import type { Refused, Transaction } from '../../../platform/index.js';
import type { PoolKind } from '../../core/index.js';
import { licencePools, type PoolHold, poolHolds } from '../data/licence-queries.js';
import type { LicencePoolRefusalCode } from '../domain/refusals.js';

export interface LicencePoolProfile {
  readonly kind: PoolKind;
  readonly product: string;
  readonly edition: string | null;
  readonly vendor: string | null;
  /** The number of the agreement or order that proves it. */
  readonly agreement: string;
  readonly seats: number;
  /** Days, both included; `null`: for good. */
  readonly validFrom: string;
  readonly validUntil: string | null;
}

export type LicencePoolOutcome = { readonly id: string } | Refused<LicencePoolRefusalCode>;

/** What sessions ahead hold of a pool. */
export function holdsAhead(tx: Transaction, poolId: string): Promise<PoolHold[]> {
  return poolHolds(tx.query, { poolId, from: tx.now });
}

/** `ownId`: the pool that is left out. */
export async function otherPools(tx: Transaction, ownId: string | null): Promise<readonly LicencePoolProfile[]> {
  return (await licencePools(tx.query)).filter(({ id }) => id !== ownId);
}

export function poolLabel({ product, edition }: Pick<LicencePoolProfile, 'product' | 'edition'>): string {
  return edition === null ? product : `${product} ${edition}`;
}
