import { hash, verify } from '@node-rs/argon2';
import { normalizeText } from '../../platform/index.js';

/** OWASP's minimum for argon2id: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const SHORTEST_PASSWORD = 10;

/** Slow on purpose (some 30 ms): never call it inside a transaction. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalizeText(password, 'NFKC'), COST);
}

/**
 * Takes as long for an account that does not exist (`null`), so that timing does not reveal which addresses have
 * accounts.
 */
export async function passwordMatches(stored: string | null, typed: string): Promise<boolean> {
  const matches = await verify(stored ?? (await decoy), normalizeText(typed, 'NFKC'));
  return matches && stored !== null;
}

const decoy = hashPassword('nobody has this password');
