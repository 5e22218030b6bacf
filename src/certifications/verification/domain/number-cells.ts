import { asSeen, normalizeText } from '../../../platform/texts.js';
import { canonical, checks, type NumberPattern, type Place } from '../../core/domain/index.js';
import { fits } from './number-reading.js';
import { LONGEST_QUESTION } from './verification-list.js';

export interface CellReader {
  /** Whether it is a number of this academy. */
  readonly isNumber: (cell: string) => boolean;
  /** The same, also where the pattern tells little, such as one of digits alone. */
  readonly isKnownNumber: (cell: string) => boolean;
  /** Whether it may be one that was mistyped: characters are wrong, missing or too many. */
  readonly isNearlyNumber: (cell: string) => boolean;
  /** Whether it is an identity card, a telephone, an email address or a date, and certainly none of its numbers. */
  readonly isPersonal: (cell: string) => boolean;
}

/** What is known of a number's pattern where cells are read: plain data, which can be sent to a worker. */
export interface NumberShape {
  readonly hasCheck: boolean;
  readonly places: readonly Place[];
}

/** @param patterns every pattern that the academy's numbers have had */
export const shapesOf = (patterns: readonly NumberPattern[]): NumberShape[] =>
  patterns.map((pattern) => ({ hasCheck: pattern.hasCheck, places: pattern.places() }));

/** Tells cells apart as the register does: spelling makes no difference, and the check character must fit. */
export function cellReader(known: readonly NumberShape[]): CellReader {
  const distinctive = known.filter(isDistinctive);
  const isOf = (those: readonly NumberShape[], cell: string): boolean => {
    if (cell.length > LONGEST_QUESTION) return false;
    const key = canonical(cell);
    return those.some(
      ({ hasCheck, places }) =>
        key.length === places.length &&
        places.every((place, at) => fits(place, key[at] ?? '')) &&
        (!hasCheck || checks(key)),
    );
  };
  return {
    isNumber: (cell) => isOf(distinctive, cell),
    isKnownNumber: (cell) => isOf(known, cell),
    isNearlyNumber: (cell) => {
      const key = cell.length > LONGEST_QUESTION ? '' : canonical(cell);
      return distinctive.some(({ places }) => isNearly(key, places));
    },
    isPersonal: (cell) => !isOf(known, cell) && looksPersonal(cell),
  };
}

/** Numbers of employees, telephones and dates fit patterns of digits alone as well, so such patterns tell nothing. */
function isDistinctive({ hasCheck, places }: NumberShape): boolean {
  const fixed = places.flatMap((place) => (place.kind === 'fixed' ? [place.character] : []));
  return fixed.some((character) => /[A-Z]/.test(character)) && (hasCheck || fixed.length >= 3);
}

const MOST_SLIPS = 2;

function isNearly(key: string, places: readonly Place[]): boolean {
  if (Math.abs(key.length - places.length) > MOST_SLIPS) return false;
  const slips = places.filter((place, at) => !fits(place, key[at] ?? '')).length;
  if (key.length === places.length && slips <= MOST_SLIPS) return true;
  const free = places.findIndex(({ kind }) => kind !== 'fixed');
  return free >= 3 && places.slice(0, free).every((place, at) => fits(place, key[at] ?? ''));
}

/** Without spaces, dashes and apostrophes. */
const PERSONAL: readonly RegExp[] = [
  /^[1-9]\d{5}(?:1[89]|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/,
  /^[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/,
  /^(?:\+?86)?1[3-9]\d{9}$/,
  /^0\d{9,11}$/,
  /^\+\d{7,15}$/,
  /^[^@]+@[^@]+$/,
  /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/,
];
const DATES: readonly RegExp[] = [
  /^(?:19|20)\d{2}[-/.年] ?\d{1,2}[-/.月] ?\d{1,2}日?(?:[ T]\d[\d:.Z]*)?$/,
  /^\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}$/,
];

function looksPersonal(cell: string): boolean {
  const plain = normalizeText(asSeen(cell.slice(0, LONGEST_QUESTION)), 'NFKC')
    .trim()
    .toUpperCase();
  const bare = plain.replace(/[\s\p{Pd}'’()]/gu, '');
  return PERSONAL.some((form) => form.test(bare)) || DATES.some((form) => form.test(plain));
}
