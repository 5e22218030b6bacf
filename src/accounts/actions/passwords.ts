import { hash, verify } from '@node-rs/argon2';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { normalizeText, type Refusal, refuse } from '../../platform/index.js';
import type { AccountRefusalCode } from '../domain/refusals.js';

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

/** What a new password is for. */
export interface NewPassword {
  readonly password: string;
  /** The owner's name, email and the like: others know them too. */
  readonly about: readonly string[];
}

/** Guesses that a password must outlast, as a power of ten; whoever guesses at a sign-in gets some 2,400 a day. */
const FEWEST_GUESSES = 6;
/** Characters that are judged: the work grows with their square. */
const JUDGED = 36;
/** Words of the academy and of people here that no general list has. */
const LOCAL_WORDS = ['academy', 'itacademy', 'jinan', 'qilu', 'qilusoft', 'xueyuan', 'mima', 'woaini', 'woaijinan'];

let estimator: Promise<ZxcvbnFactory> | undefined;

/** Loaded when first needed: its lists of common passwords take 36 MB. */
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new Factory({ dictionary, graphs: adjacencyGraphs, maxLength: JUDGED });
}

/** Refuses common passwords, runs and repetitions of characters, and what is known of the person. Takes some 20 ms. */
export async function guessableBlockers(
  { password, about }: NewPassword,
  field: string,
): Promise<Refusal<AccountRefusalCode>[]> {
  const guesses = await (estimator ??= loadEstimator());
  const known = about.flatMap((one) => {
    const parts = one.split(/[^\p{L}\p{N}]+/u);
    return [one, parts.join(''), ...parts];
  });
  const words = [...LOCAL_WORDS, ...known].filter((word) => word.length > 2);
  const { guessesLog10 } = guesses.check([...password].slice(0, JUDGED).join(''), words);
  return guessesLog10 < FEWEST_GUESSES ? [refuse<AccountRefusalCode>('passwordGuessable', {}, field)] : [];
}
