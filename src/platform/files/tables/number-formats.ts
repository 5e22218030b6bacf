import { A_DAY } from '../../durations.js';
import { AS_IT_IS, type FormatSections, sectionsOf } from './format-sections.js';

/** What a number in a cell is displayed as. */
export type NumberKind = 'number' | 'date' | 'time';

/** How a cell's style displays a number or a text. */
export interface NumberFormat {
  readonly kind: NumberKind;
  readonly sections: FormatSections;
}

export const PLAIN: NumberFormat = { kind: 'number', sections: { numbers: [], text: AS_IT_IS } };

/** Built-in formats by id (ECMA-376 18.8.30), including those of Chinese and Japanese Excel. */
const DATES = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
] as const;
const TIMES = [
  [18, 21],
  [32, 35],
  [45, 47],
  [55, 56],
] as const;

/** Excel's own limit. */
const LONGEST_FORMAT = 255;

export function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code !== undefined) return formatOfCode(code.slice(0, LONGEST_FORMAT));
  const within = (ranges: readonly (readonly [number, number])[]): boolean =>
    ranges.some(([from, to]) => id >= from && id <= to);
  return within(DATES) ? { ...PLAIN, kind: 'date' } : within(TIMES) ? { ...PLAIN, kind: 'time' } : PLAIN;
}

const formatOfCode = (code: string): NumberFormat => ({ kind: kindOfCode(code), sections: sectionsOf(code) });

/**
 * Whether Excel displays other letters or digits than those of the cell.
 *
 * @param text the content of the cell as it is read
 * @param isNumber whether it is stored as a number; the format has a section of its own for text
 */
export function isShownOtherwise({ kind, sections }: NumberFormat, text: string, isNumber: boolean): boolean {
  if (!isNumber) return sections.text.hasWords;
  if (kind !== 'number') return false;
  const number = Number(text);
  const { hasWords, leastDigits } = sections.numbers.find(({ applies }) => applies(number)) ?? AS_IT_IS;
  return hasWords || (text.match(/\d/g) ?? []).length < leastDigits;
}

function kindOfCode(code: string): NumberKind {
  const shown =
    code
      .replace(/"[^"]*"/g, '')
      .replace(/\\./g, '')
      .replace(/[_*]./g, '')
      .replace(/\[(?![hms]+\])[^[\]]*\]/gi, '')
      .split(';', 1)[0] ?? '';
  if (/general/i.test(shown)) return 'number';
  if (/[yd]/i.test(shown)) return 'date';
  if (/[hs]/i.test(shown)) return 'time';
  return /m/i.test(shown) ? 'date' : 'number';
}

/** Day 0 of workbooks that count from 1904, and of the others from 1 March 1900 on. */
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const EPOCH_1900 = Date.UTC(1899, 11, 30);
/** Excel treats 1900 as a leap year: its day 60 never existed, and the days before it are off by one. */
const NO_SUCH_DAY = 60;
/** 31 December 9999, Excel's last day. */
const LAST_DAY = 2_958_465;

/** `YYYY-MM-DD`, or the time of day as `HH:MM:SS`; `null` for a number that is not a valid date. */
export function dayOrTime(serial: number, kind: NumberKind, from1904: boolean): string | null {
  if (kind === 'number' || serial < 0 || serial > LAST_DAY) return null;
  const at = new Date(Math.round(serial * 86_400) * 1_000);
  if (kind === 'time' && serial < 1) return at.toISOString().slice(11, 19);
  const whole = Math.floor(serial);
  if (!from1904 && (whole === NO_SUCH_DAY || whole === 0)) return null;
  const days = from1904 || whole > NO_SUCH_DAY ? whole : whole + 1;
  return new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + days * A_DAY).toISOString().slice(0, 10);
}
