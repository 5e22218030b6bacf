import { A_MINUTE } from '../../platform/index.js';

/** How often a password may be tried, wherever one is asked for. */
export const PASSWORD_TRIES = { most: 8, within: 15 * A_MINUTE } as const;
