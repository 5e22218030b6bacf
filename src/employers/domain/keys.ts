import { blockers, refuse, type Refusal } from '../../platform/refusals.js';
import type { EmployerRefusalCode } from './refusals.js';
import { SCOPES, type Scope } from './scopes.js';

/** Keys of one employer that work at the same time. */
export const MOST_KEYS = 20;

/** Every key begins so: people and leak scanners tell it from other secrets. */
export const KEY_MARK = 'ita_';

/** What of a key is kept in clear. */
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
