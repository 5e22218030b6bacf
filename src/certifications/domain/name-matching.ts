/**
 * Whether a person who typed a name meant this recipient. Width, case, spaces, dots, hyphens and accents make no
 * difference, nor does the order of Latin words; a part of the name, an initial or a similar name does not match.
 */
export function namesMatch(typed: string, recipient: { readonly name: string; readonly latinName: string | null }): boolean {
  const asked = wordsOf(typed);
  if (asked.length === 0) return false;
  const own = [wordsOf(recipient.name), wordsOf(recipient.latinName ?? '')].filter((words) => words.length > 0);
  return own.some((words) => sameWords(asked, words)) || (own.length === 2 && sameWords(asked, own.flat()));
}

const MOST_WORDS_REORDERED = 5;

function sameWords(asked: readonly string[], own: readonly string[]): boolean {
  if (joined(asked) === joined(own)) return true;
  if (!own.every(isReorderable) || asked.length > MOST_WORDS_REORDERED || own.length > MOST_WORDS_REORDERED) return false;
  const written = new Set(orders(own).map(joined));
  return orders(asked).some((order) => written.has(joined(order)));
}

/** Words, folded: compatibility forms, case and accents gone; Han runs and Latin runs apart. */
function wordsOf(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, '').normalize('NFKC').toLowerCase();
  const plain = folded.replace(/[·•・‧⋅.'’‘`\-‐‑–,，、()()]/gu, (mark) => (/[,，、()()]/.test(mark) ? ' ' : ''));
  return plain.match(/[\p{Script=Han}\s]+|[^\p{Script=Han}\s]+/gu)?.map((run) => run.replace(/\s+/gu, '')).filter((run) => run !== '') ?? [];
}

/** Han names have one order; the words of other scripts may stand in any. */
function isReorderable(word: string): boolean {
  return !/^\p{Script=Han}/u.test(word) || word.length > 1;
}

const joined = (words: readonly string[]): string => words.join('');

function orders(words: readonly string[]): (readonly string[])[] {
  if (words.length <= 1) return [words];
  return words.flatMap((word, at) => orders([...words.slice(0, at), ...words.slice(at + 1)]).map((rest) => [word, ...rest]));
}
