import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { normalizeText, refuse, refused, type Refused } from '../../platform/index.js';
import { type Estimate, isGuessable, MOST_REPLACEMENTS } from '../domain/guessable-passwords.js';
import type { AccountRefusalCode } from '../domain/refusals.js';
import { AcademyProfile } from './academy-profile.js';

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

export interface NewPassword {
  readonly password: string;
  /** The form field of the refusal. */
  readonly field: string;
  /** Names and addresses of the owner. */
  readonly owner: readonly (string | null)[];
}

/** The hash of a password that somebody chooses, unless it is too easy to guess. Slow: not inside a transaction. */
@Injectable()
export class HashNewPassword {
  constructor(private readonly profile: AcademyProfile) {}

  async execute({ password, field, owner }: NewPassword): Promise<string | Refused<AccountRefusalCode>> {
    const academy = this.profile.current();
    const known = [...owner, academy?.nameZh, academy?.nameEn, academy?.placeEn].filter(
      (text) => typeof text === 'string',
    );
    if (isGuessable(password, known, await estimator())) return refused(refuse('passwordGuessable', {}, field));
    return hashPassword(password);
  }
}

let loaded: Promise<Estimate> | undefined;

/** Loads its lists when first needed: takes some 150 ms in two parts, and keeps 25 MB of memory. */
export function estimator(): Promise<Estimate> {
  return (loaded ??= loadEstimator());
}

async function loadEstimator(): Promise<Estimate> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const options = { dictionary, graphs: adjacencyGraphs, l33tMaxSubstitutions: MOST_REPLACEMENTS };
  const zxcvbn = new ZxcvbnFactory(options);
  return (password, words) => zxcvbn.check(password, words).guessesLog10;
}
