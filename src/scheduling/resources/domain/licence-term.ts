import { daysAfter } from '../../../platform/clock.js';

/** Agreements that end within this many days need renewal. */
export const EXPIRES_SOON = 60;

export const POOL_STATES = ['valid', 'soon', 'expired', 'pending', 'closed'] as const;
export type PoolState = (typeof POOL_STATES)[number];

export interface LicenceTerm {
  /** Days, both included; no end: perpetual. */
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly closedAt: number | null;
}

export function stateOfPool({ validFrom, validUntil, closedAt }: LicenceTerm, today: string): PoolState {
  if (closedAt !== null) return 'closed';
  if (validUntil !== null && validUntil < today) return 'expired';
  if (validFrom > today) return 'pending';
  return validUntil !== null && validUntil <= daysAfter(today, EXPIRES_SOON) ? 'soon' : 'valid';
}
