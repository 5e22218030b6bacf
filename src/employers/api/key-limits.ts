import { A_MINUTE } from '../../platform/index.js';

/** Per key. */
export const KEY_REQUESTS = { name: 'requests of a key', most: 300, within: 5 * A_MINUTE };
/** Per address. */
export const WRONG_KEYS = { name: 'wrong keys', most: 60, within: 15 * A_MINUTE };
