import { dayOrTime, type NumberKind } from './number-formats.js';

/** A cell as it is stored in a sheet. */
export interface RawCell {
  /** `t`: the type of its value. */
  readonly type: string;
  readonly kind: NumberKind;
  readonly value: string;
  /** Text stored in the cell itself. */
  readonly inline: string;
}

export interface CellContext {
  readonly strings: readonly string[];
  readonly from1904: boolean;
  /** UTF-16 units after which a text was cut. */
  readonly longestCell: number;
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
/** Of a shared text. A cell without one is empty: JavaScript's `Number('')` would be the first text. */
const INDEX = /^\d+$/;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}(?=T|$)/;
const LONGEST_NUMBER = 60;

/**
 * Characters that XML allows but text does not contain: some control characters, and half a character where a cell was
 * cut.
 */
const NO_TEXT = /[\u007F-\u009F\p{Surrogate}]/gu;

/**
 * The text that Excel displays for the cell; empty for an error. Formulas are not evaluated: their cached result is
 * used.
 */
export function textOfCell(cell: RawCell, context: CellContext): string {
  const text = writtenIn(cell, context);
  return filled(text, text.replace(NO_TEXT, ''), context.longestCell);
}

/**
 * What is left of a text, filled up to its length if it may have been cut: a reader that refuses cells that are too
 * long must not take the rest for the whole. One unit less, for half a character that was cut off.
 */
export function filled(text: string, left: string, longest: number): string {
  return text.length < longest ? left : left.padEnd(longest - 1, '\uFFFD');
}

/** Nothing for a text that leaves its cells empty: they may be many, and each would look through it. */
export function withoutBlank(text: string): string {
  return text.replace(NO_TEXT, '').trim() === '' ? '' : text;
}

function writtenIn({ type, kind, value, inline }: RawCell, context: CellContext): string {
  const { strings, from1904, longestCell } = context;
  const unescapedText = (text: string): string => filled(text, unescaped(text), longestCell);
  switch (type) {
    case 's':
      return INDEX.test(value.trim()) ? (strings[Number(value)] ?? '') : '';
    case 'inlineStr':
      return unescapedText(inline === '' ? value : inline);
    case 'str':
      return unescapedText(value);
    case 'b':
      return value === '1' || value === 'true' ? 'true' : 'false';
    case 'e':
      return '';
    case 'd':
      return ISO_DAY.exec(value)?.[0] ?? value;
    default:
      return value === '' ? unescapedText(inline) : numberText(value, kind, from1904);
  }
}

function numberText(value: string, kind: NumberKind, from1904: boolean): string {
  const trimmed = value.trim();
  if (trimmed.length > LONGEST_NUMBER || !NUMBER.test(trimmed)) return value;
  const number = Number(trimmed);
  return dayOrTime(number, kind, from1904) ?? plainNumber(number);
}

/** Excel keeps fifteen digits. A longer integer is written with an exponent, so that nobody takes it for exact. */
function plainNumber(number: number): string {
  if (Number.isSafeInteger(number)) return String(number);
  const kept = Number(number.toPrecision(15));
  return Math.abs(kept) >= 1e15 ? kept.toExponential().toUpperCase() : String(kept);
}

/**
 * `_x000D_` is how workbooks escape characters that XML cannot contain, and Excel displays any other character written
 * so as well. Of control characters, only line ends and tabs are kept.
 */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, digits: string) => {
    const character = String.fromCharCode(Number.parseInt(digits, 16));
    return /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(character) ? '' : character;
  });
}

/** Column and row of an address such as `B12`; `null` if it is not one. */
export function cellAddress(address: string): { readonly column: number; readonly line: number } | null {
  const found = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(address);
  if (!found) return null;
  const column = [...found[1]!.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const line = Number(found[2]);
  return line === 0 ? null : { column, line };
}
