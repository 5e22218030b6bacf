import { blockers, refuse, type Refusal } from '../../platform/refusals.js';
import type { EmployerRefusalCode } from './refusals.js';
import { SCOPES, type Scope } from './scopes.js';

/** Maximum number of working keys of one employer. */
export const MOST_KEYS = 20;

/** The prefix of every key, by which people and secret scanners recognize one. */
export const KEY_MARK = 'ita_';

/** The part of a key that is stored in clear text. */
export const startOf = (key: string): string => key.slice(0, KEY_MARK.length + 6);

export function looksLikeKey(text: string): boolean {
  return text.startsWith(KEY_MARK) && /^[\w-]{20,60}$/.test(text);
}

export function scopesFrom(chosen: readonly string[]): Scope[] {
  return SCOPES.filter((scope) => chosen.includes(scope));
}

interface KeyFacts {
  readonly scopes: readonly Scope[];
  readonly working: number;
}

const opensSomething = ({ scopes }: KeyFacts): Refusal<EmployerRefusalCode> | null =>
  scopes.length > 0 ? null : refuse('keyOpensNothing', {}, 'scopes');
const isNotOneTooMany = ({ working }: KeyFacts): Refusal<EmployerRefusalCode> | null =>
  working < MOST_KEYS ? null : refuse('tooManyKeys', { most: MOST_KEYS }, 'name');

export const keyBlockers = (facts: KeyFacts): Refusal<EmployerRefusalCode>[] =>
  blockers([opensSomething, isNotOneTooMany], facts);
