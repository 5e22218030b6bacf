import type { ShareScope } from '../../core/domain/index.js';

export const LEAST_DAYS = 1;
export const MOST_DAYS = 180;
/** Most open links per certificate. */
export const MOST_LINKS = 20;

/** State of a link. */
export type LinkState = 'open' | 'expired' | 'revoked';

export interface SharedLink {
  readonly scope: ShareScope;
  readonly expiresAt: number;
  readonly revokedAt: number | null;
}

export function linkState({ expiresAt, revokedAt }: SharedLink, now: number): LinkState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt <= now ? 'expired' : 'open';
}
