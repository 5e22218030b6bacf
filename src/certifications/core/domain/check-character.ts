import { asSeen, normalizeText } from '../../../platform/texts.js';

/**
 * The check character of certificate numbers, over the 32 characters that are hard to mistake for each other.
 * A number's characters are digits of GF(32), weighted by powers of a primitive element; a right number sums to zero.
 * Up to 31 characters it catches every single wrong character and every exchange of two, neighbours or not.
 * See docs/decisions/0005-certificate-numbers-and-check-character.md.
 */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Beyond this length two places would weigh the same. */
export const LONGEST_CHECKED = ALPHABET.length - 1;

const ORDER = LONGEST_CHECKED;
const PRIMITIVE_POLYNOMIAL = 0b100101;

/** Characters that people take for one another: whichever was meant, they count as the same. */
const FOLDED: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', U: 'V' };

/** Spaces, punctuation, and what people write for it. */
const IGNORED = /[\s\p{P}\p{Cf}\u2212<>`´]/gu;

/**
 * A number as the check and the register see it: full-width and lower-case forms, spaces, dashes, dots, quotes,
 * brackets and invisible characters make no difference. No pattern prints any of these but spaces, dashes, dots and
 * slashes. Answers `''` where nothing is left; characters outside the alphabet stay, for the reader to point at.
 */
export function canonical(typed: string): string {
  const plain = normalizeText(asSeen(typed), 'NFKC').toUpperCase().replace(IGNORED, '');
  return [...plain].map((character) => FOLDED[character] ?? character).join('');
}

/** Whether every character is of the alphabet and they sum to zero. */
export function checks(number: string): boolean {
  return number.length > 0 && number.length <= LONGEST_CHECKED && weigh(number) === 0;
}

/** The character that makes `before + character + after` check. Both parts are canonical. */
export function checkCharacterFor(before: string, after = ''): string {
  const rest = weigh(`${before}${ALPHABET[0]}${after}`);
  return ALPHABET[timesPower(rest, ORDER - (after.length % ORDER))] ?? '';
}

/** The weighted sum in GF(32), or -1 where a character is none of the alphabet. */
function weigh(number: string): number {
  let sum = 0;
  for (const character of number) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return -1;
    sum = doubled(sum) ^ value;
  }
  return sum;
}

function timesPower(value: number, times: number): number {
  let product = value;
  for (let step = 0; step < times; step += 1) product = doubled(product);
  return product;
}

function doubled(value: number): number {
  return value & 0b10000 ? (value << 1) ^ PRIMITIVE_POLYNOMIAL : value << 1;
}
