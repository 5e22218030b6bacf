import { withIdeographs } from './radicals.js';
import { asSeen, normalizeText } from '../../../platform/texts.js';

/** Names on a certificate; a verifier may type either. */
export interface RecipientNames {
  readonly name: string;
  readonly latinName: string | null;
}

/**
 * Whether a typed name means this recipient. Width, case, spaces, dots, hyphens and accents make no difference, nor
 * does the order of Latin words; a part of the name, an initial or a similar name does not match. A name with a sign
 * that cannot be compared matches only if it is written exactly as on the certificate; spaces, width and invisible
 * characters do not matter.
 */
export function namesMatch(typed: string, recipient: RecipientNames): boolean {
  const exact = exactly(typed);
  if (exact !== '' && exact === exactly(recipient.name)) return true;
  const typedWords = wordsOf(typed);
  if (typedWords.length === 0) return false;
  const recipientWords = [wordsOf(recipient.name), wordsOf(recipient.latinName ?? '')].filter(
    (words) => words.length > 0,
  );
  return (
    recipientWords.some((words) => sameWords(typedWords, words)) ||
    (recipientWords.length === 2 && sameWords(typedWords, recipientWords.flat()))
  );
}

/** Whether it is compared in all its spellings, not only as it is written. */
export const isComparable = (name: string): boolean => wordsOf(name).length > 0;

/**
 * The same key for all spellings that may match one recipient: order of words and letters, spaces and marks make no
 * difference. If a name is in both scripts, its Latin letters are dropped.
 */
export function foldName(typed: string): string {
  const words = wordsOf(typed);
  if (words.length === 0) return `not compared: ${exactly(typed)}`;
  const characters = [...joined(words)];
  const inHan = characters.some((character) => /\p{Script=Han}/u.test(character));
  return (inHan ? characters.filter((character) => !/\p{Script=Latin}/u.test(character)) : characters).sort().join('');
}

const MOST_WORDS_REORDERED = 5;

function sameWords(typedWords: readonly string[], recipientWords: readonly string[]): boolean {
  if (joined(typedWords) === joined(recipientWords)) return true;
  if (typedWords.length > MOST_WORDS_REORDERED || recipientWords.length > MOST_WORDS_REORDERED) return false;
  const written = new Set(orders(recipientWords).map(joined));
  return orders(typedWords).some((order) => written.has(joined(order)));
}

/** UTF-16 units that are compared, as typed and decomposed. One character may decompose into eighteen. */
const LONGEST = { typed: 200, decomposed: 400 };

/** Letters and accents that are written for an apostrophe (`Oʻzbek`, `O´Neil`). */
const APOSTROPHES = /[\u00B4\u02B9\u02BB-\u02BF\u2032]/gu;

/** `null`: too long to be compared as a whole. Never compare a part: what is left out may be another name. */
function decomposed(text: string): string | null {
  if (text.length > LONGEST.typed) return null;
  const whole = normalizeText(withIdeographs(asSeen(text).replace(APOSTROPHES, "'")), 'NFKD');
  return whole.length > LONGEST.decomposed ? null : whole;
}

/** White space. The Ogham space mark is a line, which reads like 一. */
const SPACES = /[^\S\u1680]+/gu;
const WIDE_SIGNS = /[\uFF01-\uFF5E]/gu;
const WIDE_OFFSET = 0xfee0;

function exactly(text: string): string {
  if (text.length > LONGEST.typed) return text;
  return normalizeText(asSeen(text), 'NFC')
    .replace(SPACES, '')
    .replace(WIDE_SIGNS, (sign) => String.fromCharCode(sign.charCodeAt(0) - WIDE_OFFSET));
}

/** Marks above and below letters; those behind them are small letters. */
const ACCENTS = /(\p{Script=Latin})[\u0300-\u0362]+/gu;
const SOFT_HYPHEN = /\u00AD/gu;
/** The dots within names of other peoples. */
const DOTS = /[·•・‧⋅.]/gu;
/** Signs that part words or enclose a name. */
const SEPARATORS = /[,、;:。"“”「」()[\]{}<>《》〈〉【】〔〕/_]/u;
const BETWEEN_HAN = /^[·•・‧⋅.]?$/u;
const BESIDE_HAN = /^[·•・‧⋅.'’‘`,、;:。"“”「」()[\]{}<>《》〈〉【】〔〕]*$/u;
const BESIDE_OTHERS = /^[·•・‧⋅.'’‘`,、;:。"“”「」()[\]{}<>《》〈〉【】〔〕/_\p{Pd}]*$/u;

/**
 * Words without compatibility forms, case and accents. A run of Han characters is one word, even with spaces. A text
 * that is too long, or has a sign that cannot be compared, has no words and matches nothing.
 */
function wordsOf(text: string): string[] {
  const composed = normalizeText((decomposed(text) ?? '').replace(ACCENTS, '$1'), 'NFKC')
    .toLowerCase()
    .replace(SOFT_HYPHEN, '-');
  const plain = withoutSigns(composed);
  const runs = plain?.match(/[\p{Script=Han}\s]+|[^\p{Script=Han}\s]+/gu) ?? [];
  return runs.map((run) => withPlainU(run.replace(/\s+/gu, ''))).filter((run) => run !== '');
}

/** `null`: a sign is among them that cannot be compared. Never ignore it: it may belong to another name. */
function withoutSigns(text: string): string | null {
  const parts = text.split(/([^\p{L}\p{M}\p{N}]+)/u);
  const plain = parts.map((part, at) => {
    const neighbours = [[...(parts[at - 1] ?? '')].at(-1), [...(parts[at + 1] ?? '')][0]];
    return at % 2 === 0
      ? part
      : spaceFor(
          part,
          neighbours.filter((one) => one !== undefined),
        );
  });
  return plain.includes(null) ? null : plain.join('');
}

/**
 * What signs between two letters, or at an end of the name, mean: nothing, a space, or (`null`) what cannot be
 * compared. Beside nothing but Han characters most signs stay: a dash may be the character 一, a comma 丶.
 */
function spaceFor(signs: string, neighbours: readonly string[]): '' | ' ' | null {
  const visible = signs.replace(SPACES, '');
  if (neighbours.every((one) => /\p{Script=Han}/u.test(one))) {
    const known = neighbours.length === 2 ? BETWEEN_HAN : BESIDE_HAN;
    return known.test(visible) && (visible.match(DOTS) ?? []).length <= 1 ? '' : null;
  }
  if (!BESIDE_OTHERS.test(visible)) return null;
  const joins = /\p{Pd}/u.test(visible) || (visible === signs && !SEPARATORS.test(visible));
  return joins ? '' : ' ';
}

/** Lü, Lyu and Lv are one surname: keyboards and passports spell its vowel differently. */
function withPlainU(word: string): string {
  return word.replace(/^([ln])(?:yu|v)/, '$1u');
}

const joined = (words: readonly string[]): string => words.join('');

function orders(words: readonly string[]): (readonly string[])[] {
  if (words.length <= 1) return [words];
  return words.flatMap((word, at) =>
    orders([...words.slice(0, at), ...words.slice(at + 1)]).map((rest) => [word, ...rest]),
  );
}
