import { widthOf } from './fonts.js';
import type { Weight } from './picture.js';

/** The largest size, from `most` down to `least`, at which one line fits the width; `null` where none does. */
export function fittingSize(
  line: string,
  weight: Weight,
  room: { readonly width: number; readonly most: number; readonly least: number },
): number | null {
  const size = Math.min(room.most, room.width / widthOf(line, weight, 1) || room.most);
  return size >= room.least ? Math.floor(size * 10) / 10 : null;
}

const MOST_KEPT = 500;
const kept = new Map<string, readonly string[]>();

/**
 * Breaks a sentence into as few lines as the width needs, then evens them out, so that centred text stands well.
 * A cohort's papers share theirs.
 */
export function balancedLines(
  sentence: string,
  weight: Weight,
  room: { readonly width: number; readonly size: number },
): readonly string[] {
  const key = `${weight} ${room.width} ${room.size} ${sentence}`;
  const known = kept.get(key);
  if (known) return known;
  const lines = balance(sentence, weight, room);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, lines);
  return lines;
}

function balance(sentence: string, weight: Weight, room: { readonly width: number; readonly size: number }): string[] {
  const units = unitsOf(sentence);
  const broken = (width: number) => breakAt(units, (line) => widthOf(line, weight, room.size) <= width);
  const fewest = broken(room.width);
  let [narrow, wide] = [room.width / (fewest.length + 1), room.width];
  for (let step = 0; step < 7; step += 1) {
    const middle = (narrow + wide) / 2;
    if (broken(middle).length > fewest.length) narrow = middle;
    else wide = middle;
  }
  return broken(wide);
}

function breakAt(units: readonly string[], fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const unit of units) {
    if (line !== '' && !fits((line + unit).trimEnd())) {
      lines.push(line.trim());
      line = unit;
    } else line += unit;
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}

const DATE_OR_RUN = /\d{4}年\d{1,2}月\d{1,2}日|[\p{Script=Han}]+|[^\p{Script=Han}]/gu;
/** Marks that cling to what follows, and marks that cling to what stands before. */
const OPENING = /^[\u201C\u2018\u300C\u300E\u300A\u3008\uFF08([]+$/;
const CLOSING = /^[\u201D\u2019\u300D\u300F\u300B\u3009\uFF09\uFF0C\u3002\u3001\uFF1B\uFF1A\uFF01\uFF1F,.;:!?)\]%\s]/;
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** What must not be torn: Latin words and dates, Chinese words, and the marks that cling to them. */
function unitsOf(sentence: string): string[] {
  const pieces = (sentence.match(DATE_OR_RUN) ?? []).flatMap((piece) =>
    /^\p{Script=Han}/u.test(piece) ? [...WORDS.segment(piece)].map(({ segment }) => segment) : [piece],
  );
  return pieces.reduce<string[]>((units, piece) => {
    const last = units.at(-1);
    const clings =
      last !== undefined &&
      (CLOSING.test(piece) || OPENING.test(last) || (isLatin(last.at(-1)) && isLatin(piece)) || isSuffix(last, piece));
    return clings ? [...units.slice(0, -1), last + piece] : [...units, piece];
  }, []);
}

/** A single character after a word usually ends it: 员, 学, 的. */
function isSuffix(word: string, piece: string): boolean {
  return /^\p{Script=Han}$/u.test(piece) && /^\p{Script=Han}{2,4}$/u.test(word);
}

/** Inside a word of letters, digits and the like, which has no place to break. */
function isLatin(piece: string | undefined): boolean {
  return (
    piece !== undefined &&
    piece.length === 1 &&
    !/[\s\p{Script=Han}\u2018-\u201D\u3000-\u303F\uFF00-\uFF0F]/u.test(piece) &&
    !OPENING.test(piece)
  );
}
