import { normalizeText } from '../../platform/texts.js';

/** As a power of ten. At 2,400 guesses a day (decision 0045), ten million take eleven years. */
const FEWEST_GUESSES = 7;
/** Characters that are judged. The work grows with their square, and the rest only makes a password harder to guess. */
const JUDGED = 32;
/** Replaced characters (`p@ssw0rd`) that are tried in all combinations; more take longer and find no more. */
export const MOST_REPLACEMENTS = 10;
const MOST_KNOWN_WORDS = 30;

/** Words common in passwords here, which the library's international list lacks or ranks low. */
const COMMON_WORDS = [
  ...['520', '1314', '5201314', '1314520', 'woaini', 'aini', 'woai', 'woshi', 'nihao', 'mima', 'jiayou', 'baobao'],
  ...['laogong', 'laopo', 'laoshi', 'xuesheng', 'xuexiao', 'xueyuan'],
];
/** Mobile and identity numbers: others know them too. */
const NUMBERS_OF_PEOPLE = /(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dx])(?!\d)/gi;

/** The guesses that a password withstands, as a power of ten; `words` are the first to be tried. */
export type Estimate = (password: string, words: string[]) => number;

/**
 * Whether a password is common, a run or repetition of characters, or made of what others know.
 *
 * @param known names and addresses of the owner and the academy
 */
export function isGuessable(password: string, known: readonly string[], estimate: Estimate): boolean {
  const judged = [...normalizeText(password, 'NFKC')].slice(0, JUDGED).join('');
  const words = [...(judged.match(NUMBERS_OF_PEOPLE) ?? []), ...wordsOf(known), ...COMMON_WORDS];
  return estimate(judged, words) < FEWEST_GUESSES;
}

/** Each name, address and side of an address: whole, without spaces, the other way round, and word by word. */
function wordsOf(known: readonly string[]): string[] {
  const names = known.flatMap((text) => [text, ...text.split('@')]).map((text) => normalizeText(text, 'NFKC'));
  const words = names.flatMap((name) => {
    const parts = name.split(/[^\p{L}\p{N}]+/u);
    return [name, parts.join(''), [...parts].reverse().join(''), ...parts];
  });
  const judged = words.map((word) => word.slice(0, JUDGED)).filter(({ length }) => length > 1);
  return [...new Set(judged)].slice(0, MOST_KNOWN_WORDS);
}
