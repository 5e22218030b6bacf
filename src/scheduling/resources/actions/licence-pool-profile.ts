import type { Refused, Transaction } from '../../../platform/index.js';
import type { PoolKind } from '../../core/index.js';
import { licencePools, type PoolHold, poolHolds } from '../data/licence-queries.js';
import type { LicencePoolRefusalCode } from '../domain/refusals.js';

export interface LicencePoolProfile {
  readonly kind: PoolKind;
  readonly product: string;
  readonly edition: string | null;
  readonly vendor: string | null;
  /** Agreement or order number, as proof in an audit. */
  readonly agreement: string;
  readonly seats: number;
  /** Days, both included; `null`: perpetual. */
  readonly validFrom: string;
  readonly validUntil: string | null;
}

export type LicencePoolOutcome = { readonly id: string } | Refused<LicencePoolRefusalCode>;

/** Seats of a pool held by sessions ahead. */
export function holdsAhead(tx: Transaction, poolId: string): Promise<PoolHold[]> {
  return poolHolds(tx.query, { poolId, from: tx.now });
}

/** @param ownId the pool to leave out */
export async function otherPools(tx: Transaction, ownId: string | null): Promise<readonly LicencePoolProfile[]> {
  return (await licencePools(tx.query)).filter(({ id }) => id !== ownId);
}

export function poolLabel({ product, edition }: Pick<LicencePoolProfile, 'product' | 'edition'>): string {
  return edition === null ? product : `${product} ${edition}`;
}
