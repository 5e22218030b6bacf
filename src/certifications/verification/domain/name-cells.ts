import { asSeen, normalizeText } from '../../../platform/texts.js';
import { isHeadOnly, meaningOf } from './list-heads.js';
import { withIdeographs } from './radicals.js';

/** Letters, with the signs and white space that the comparison of names knows. Controls are refused elsewhere. */
const LETTERS_AND_SIGNS =
  /^[\p{L}\p{M}\p{Script=Han}\p{Cf}\p{Pd}\s·•・‧⋅∙.'’‘`′,、;:。"“”「」()[\]{}<>《》〈〉【】〔〕/_]+$/u;
const LETTER = /[\p{L}\p{Script=Han}]/gu;
/** Answers that people give in columns such as “Student” or “Employee”. */
const NO_NAMES = new Set('yes no y n true false male female m f n/a 是 否 男 女'.split(' '));

/** Names are shorter; one character may become eighteen. */
const MOST_LOOKED_AT = 200;

const plainOf = (cell: string): string =>
  normalizeText(withIdeographs(asSeen(cell.slice(0, MOST_LOOKED_AT))), 'NFKC').trim();
const lettersIn = (plain: string): number => (plain.match(LETTER) ?? []).length;

/** The label of a number, as forms have it. "No" is a family name, too. */
export function isNumberLabel(cell: string): boolean {
  const meaning = meaningOf(cell);
  return meaning !== null && meaning.kind !== 'name' && plainOf(cell).toLowerCase() !== 'no';
}

/** Whether it can be a name, in any spelling that may match: no digits, no email address, no word of a head. */
export function mayBeName(cell: string): boolean {
  const plain = plainOf(cell);
  return LETTERS_AND_SIGNS.test(plain) && lettersIn(plain) > 0 && !isOtherWord(plain);
}

const isOtherWord = (plain: string): boolean =>
  NO_NAMES.has(plain.toLowerCase()) || isNumberLabel(plain) || isHeadOnly(plain);

const MOST_LETTERS = { han: 20, all: 80 };

/**
 * Whether it contains words of a name's length, digits beside them or not. A column of such cells may be the one of
 * names, so that no other one is plainly meant.
 */
export function holdsWords(cell: string): boolean {
  const plain = plainOf(cell);
  if (/@|:\/\//.test(plain) || isOtherWord(plain)) return false;
  const han = (plain.match(/\p{Script=Han}/gu) ?? []).length;
  const all = lettersIn(plain);
  if (han > MOST_LETTERS.han || all > MOST_LETTERS.all) return false;
  if (!/\p{Nd}/u.test(plain)) return all >= 2;
  return /\p{Script=Han}{2}/u.test(plain) || (plain.match(/\p{L}[\p{L}\p{M}]+/gu) ?? []).length >= 2;
}

const HAN_NAME = /^\p{Script=Han}[\p{Script=Han}· ]{1,20}$/u;
const OTHER_NAME = /^\p{L}[\p{L}\p{M} .'-]{0,60}$/u;

/** Whether it looks like a name and like little else: `王芳`, `Wang, Fang`, `王芳（Wang Fang）`. */
export function isPlainName(cell: string): boolean {
  if (!mayBeName(cell) || !holdsWords(cell)) return false;
  const plain = plainOf(cell)
    .replace(/[’‘`′]/g, "'")
    .replace(/[•・‧⋅∙]/gu, '·');
  const parts = plain
    .split(/[(),]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 1 && plain.length < 3) return HAN_NAME.test(plain);
  return parts.length <= 2 && parts.every((part) => HAN_NAME.test(part) || OTHER_NAME.test(part));
}
