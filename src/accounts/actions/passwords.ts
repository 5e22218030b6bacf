import { hash, verify } from '@node-rs/argon2';
import { normalizeText } from '../../platform/index.js';

/** OWASP's minimum for argon2id: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const SHORTEST_PASSWORD = 10;

/**
 * Slow on purpose (some 30 ms): never call it inside a transaction. A password that somebody chooses is hashed by
 * `HashNewPassword`, which refuses guessable ones.
 */
export function hashPassword(password: string): Promise<string> {
  return hash(normalizeText(password, 'NFKC'), COST);
}

/**
 * Takes as long for an account that does not exist (`null`), so that timing does not reveal which addresses have
 * accounts. Also accepts a password with spaces around it that was trimmed when it was set, as all once were.
 */
export async function passwordMatches(stored: string | null, typed: string): Promise<boolean> {
  const compared = stored ?? (await decoy);
  for (const password of new Set([typed, typed.trim()]))
    if (await verify(compared, normalizeText(password, 'NFKC'))) return stored !== null;
  return false;
}

const decoy = hashPassword('nobody has this password');
