import { A_MINUTE } from '../../platform/durations.js';

/** How often the password of one account may be tried, wherever it is asked for. */
export const PASSWORD_TRIES = { most: 8, within: 15 * A_MINUTE } as const;

/** How often passwords may be tried from one address. */
export const PASSWORD_TRIES_FROM_ADDRESS = { most: 60, within: 15 * A_MINUTE } as const;
