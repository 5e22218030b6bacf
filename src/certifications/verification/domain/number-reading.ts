import { canonical, checks, type NumberPattern, type Place } from '../../core/domain/index.js';

/**
 * What a typed number shows without a lookup. `position` counts from 1 without dashes and spaces; `null` if unknown.
 */
export type NumberReading =
  | { readonly kind: 'plausible'; readonly key: string }
  | { readonly kind: 'wrongLength'; readonly length: number; readonly expected: number }
  | { readonly kind: 'wrongCharacter'; readonly position: number; readonly character: string }
  | { readonly kind: 'wrongCheck'; readonly position: number | null; readonly character: string };

/** Characters that people often confuse, beyond those that count as equal. */
const MISREAD = ['S5', 'B8', 'Z2', 'G6', '17', 'D0', 'Q0', 'T7', 'MN', 'VY', '38', '49'];

/** Compares a typed number with every pattern that the academy has used. */
export function readNumber(typed: string, patterns: readonly NumberPattern[]): NumberReading {
  const key = canonical(typed);
  const readings = patterns.map((pattern) => readingBy(key, pattern));
  const [first] = readings.sort((one, other) => rank(one) - rank(other));
  return first ?? { kind: 'plausible', key };
}

function readingBy(key: string, pattern: NumberPattern): NumberReading {
  const places = pattern.places();
  if (key.length !== places.length) return { kind: 'wrongLength', length: key.length, expected: places.length };
  const misfits = places.flatMap((place, at) => (fits(place, key[at] ?? '') ? [] : [at]));
  const [misfit] = misfits;
  if (misfit !== undefined && misfits.length <= 2)
    return { kind: 'wrongCharacter', position: misfit + 1, character: key[misfit] ?? '' };
  if (misfit !== undefined) return { kind: 'wrongCheck', position: null, character: '' };
  if (!pattern.hasCheck || checks(key)) return { kind: 'plausible', key };
  const suspect = likelySlip(key, places);
  return {
    kind: 'wrongCheck',
    position: suspect === null ? null : suspect + 1,
    character: suspect === null ? '' : (key[suspect] ?? ''),
  };
}

export function fits(place: Place, character: string): boolean {
  if (place.kind === 'fixed') return place.character === character;
  return place.kind === 'digit' ? /\d/.test(character) : /[0-9A-Z]/.test(character);
}

/**
 * The position where a common error (a misread character, or two swapped) would explain the wrong check character, if
 * there is exactly one.
 */
function likelySlip(key: string, places: readonly Place[]): number | null {
  const misread = [...key].flatMap((character, at) =>
    MISREAD.filter((pair) => pair.includes(character))
      .map((pair) => pair.replace(character, ''))
      .filter((other) => fits(places[at]!, other) && checks(key.slice(0, at) + other + key.slice(at + 1)))
      .map(() => at),
  );
  const exchanged = [...key].flatMap((_, at) => (exchangeExplains(key, at, places) ? [at] : []));
  const [only, ...others] = misread.length > 0 ? misread : exchanged;
  return only !== undefined && others.length === 0 ? only : null;
}

function exchangeExplains(key: string, at: number, places: readonly Place[]): boolean {
  const [one, other] = [key[at], key[at + 1]];
  if (one === undefined || other === undefined || one === other) return false;
  return (
    fits(places[at]!, other) && fits(places[at + 1]!, one) && checks(key.slice(0, at) + other + one + key.slice(at + 2))
  );
}

function rank({ kind }: NumberReading): number {
  return ['plausible', 'wrongCharacter', 'wrongCheck', 'wrongLength'].indexOf(kind);
}
