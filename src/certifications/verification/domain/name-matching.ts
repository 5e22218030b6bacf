import { withIdeographs } from './radicals.js';

/** Names on a certificate; a verifier may type either. */
export interface RecipientNames {
  readonly name: string;
  readonly latinName: string | null;
}

/**
 * Whether a typed name means this recipient. Width, case, spaces, dots, hyphens and accents make no difference, nor
 * does the order of Latin words; a part of the name, an initial or a similar name does not match. A name with a sign
 * that cannot be compared matches only if it is written exactly as on the certificate.
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

/** `null`: too long to be compared as a whole. Never compare a part: what is left out may be another name. */
function decomposed(text: string): string | null {
  if (text.length > LONGEST.typed) return null;
  const whole = withIdeographs(text).normalize('NFKD');
  return whole.length > LONGEST.decomposed ? null : whole;
}

const exactly = (text: string): string => (text.length > LONGEST.typed ? text : text.normalize('NFC').trim());

/** Apostrophes, and the dots within names of other peoples; invisible characters. They join what they stand between. */
const JOINERS = /[·•・‧⋅.'’‘`\p{Cf}]/gu;
/** Where one word may end and the next begin. */
const SEPARATORS = /[\s,，、;；:：。"“”「」()[\]{}<>《》〈〉【】〔〕/／_…]+/gu;
/** Everything else, such as symbols that look like characters: never ignore it, it may belong to another name. */
const NOT_COMPARED = /[^\p{L}\p{M}\p{N}\s]/u;

/**
 * Words without compatibility forms, case and accents. A run of Han characters is one word, even with spaces. A text
 * that is too long, or has a sign that cannot be compared, has no words and matches nothing.
 */
function wordsOf(text: string): string[] {
  const composed = (decomposed(text) ?? '')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFKC')
    .toLowerCase();
  const unmarked = withoutDashes(composed.replace(JOINERS, '').replace(SEPARATORS, ' ').trim());
  if (NOT_COMPARED.test(unmarked)) return [];
  const runs = unmarked.match(/[\p{Script=Han}\s]+|[^\p{Script=Han}\s]+/gu) ?? [];
  return runs.map((run) => withPlainU(run.replace(/\s+/gu, ''))).filter((run) => run !== '');
}

/** Dashes join Latin words. Beside nothing but Han characters they stay: one may be the character 一. */
function withoutDashes(text: string): string {
  return text.split(/ ?\p{Pd}+ ?/u).reduce((left, right) => {
    const joins = [left.at(-1), right[0]].some(
      (letter) => letter !== undefined && /[^\p{Script=Han}\p{Pd}]/u.test(letter),
    );
    return joins ? left + right : `${left}-${right}`;
  });
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
