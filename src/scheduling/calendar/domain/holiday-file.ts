import { isDay } from '../../../platform/clock.js';
import { refuse, refused, type Refusal, type Refused } from '../../../platform/refusals.js';
import { cutText, isBlank, isLine } from '../../../platform/texts.js';
import { type NoticedDay } from '../../core/domain/index.js';
import { type JsonFault, jsonLines } from './json-lines.js';

export type HolidayFileRefusalCode =
  | 'holidayFileTooLarge'
  | 'holidayFileNotUtf8'
  | 'holidayFileNotJson'
  | 'holidayFileKeyTooLong'
  | 'holidayFileTooManyValues'
  | 'holidayFileNotANotice'
  | 'holidayFileBadYear'
  | 'holidayFileBadDate'
  | 'holidayFileDateOutsideNotice'
  | 'holidayFileDateTwice'
  | 'holidayFileBadName'
  | 'holidayFileBadOffDay';

/** A notice parsed from a file. Without days it is not yet published. */
export interface HolidayNotice {
  readonly year: number;
  readonly published: boolean;
  /** Addresses of the State Council's notices; http and https only. */
  readonly papers: readonly string[];
  readonly days: readonly NoticedDay[];
}

type FileRefusal = Refusal<HolidayFileRefusalCode>;
type Fault = (code: HolidayFileRefusalCode, path: string, found?: unknown) => void;

const LARGEST = 200_000;
const MOST_FAULTS = 20;
/** A year has about forty days of five values each, and short keys. */
const BOUNDS = {
  noted: /^(?:|year|days(?:\[\d+\](?:\.(?:name|date|isOffDay))?)?)$/,
  longestKey: 100,
  mostValues: 10_000,
};
const STOPPED: Readonly<Record<JsonFault, HolidayFileRefusalCode>> = {
  notJson: 'holidayFileNotJson',
  keyTooLong: 'holidayFileKeyTooLong',
  tooManyValues: 'holidayFileTooManyValues',
};
const MOST_OF: Readonly<Record<JsonFault, number | null>> = {
  notJson: null,
  keyTooLong: BOUNDS.longestKey,
  tooManyValues: BOUNDS.mostValues,
};

/** Decodes and parses a file. Must be UTF-8; pictures and GBK files are refused. */
export function readHolidayBytes(bytes: Uint8Array): HolidayNotice | Refused<HolidayFileRefusalCode> {
  if (bytes.length > LARGEST * 4) return refused(refuse('holidayFileTooLarge', { most: LARGEST, found: bytes.length }));
  const text = new TextDecoder('utf-8').decode(bytes);
  // Invalid UTF-8 decodes to U+FFFD, which no notice contains.
  const [sound = '', ...broken] = text.split('\uFFFD');
  return broken.length > 0
    ? refused(refuse('holidayFileNotUtf8', { line: sound.split('\n').length }))
    : readHolidayFile(text);
}

/** Serializes a notice in the same format, for the hidden field between the difference and its confirmation. */
export function holidayFileOf({ year, papers, days }: HolidayNotice): string {
  return JSON.stringify({
    year,
    papers,
    days: days.map(({ name, date, kind }) => ({ name, date, isOffDay: kind === 'holiday' })),
  });
}

/**
 * Parses one year of NateScarlet/holiday-cn: `{year, papers, days: [{name, date, isOffDay}]}`. All or nothing: refusals
 * name line, path (`days[3].date`) and value; at most 20.
 */
export function readHolidayFile(text: string): HolidayNotice | Refused<HolidayFileRefusalCode> {
  if (text.length > LARGEST) return refused(refuse('holidayFileTooLarge', { most: LARGEST, found: text.length }));
  const json = text.replace(/^\uFEFF/, '');
  const { lines, stopped } = jsonLines(json, BOUNDS);
  if (stopped) return refused(refuse(STOPPED[stopped.why], { line: stopped.line, most: MOST_OF[stopped.why] }));
  const faults: FileRefusal[] = [];
  const fault: Fault = (code, path, found) => {
    const line = lines.get(path) ?? lines.get(path.replace(/\.\w+$/, '')) ?? 1;
    faults.push(refuse(code, { line, path, found: shown(found) }));
  };
  const notice = noticeIn(JSON.parse(json), fault);
  return notice === null || faults.length > 0 ? refused(...faults.slice(0, MOST_FAULTS)) : notice;
}

function noticeIn(file: unknown, fault: Fault): HolidayNotice | null {
  if (!isRecord(file) || !Array.isArray(file['days'])) {
    fault('holidayFileNotANotice', isRecord(file) ? 'days' : '', isRecord(file) ? file['days'] : file);
    return null;
  }
  const year = file['year'];
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 1950 || year > 2199) {
    fault('holidayFileBadYear', 'year', year);
    return null;
  }
  const seen = new Set<string>();
  const days = file['days'].flatMap(
    (day: unknown, index) => dayIn(day, { path: `days[${index}]`, year, seen, fault }) ?? [],
  );
  const papers = Array.isArray(file['papers']) ? file['papers'].filter((paper) => typeof paper === 'string') : [];
  return { year, published: days.length > 0, papers: papers.filter(isAddress), days };
}

const isAddress = (paper: string): boolean => /^https?:\/\//.test(paper) && isLine(paper);

interface DayPlace {
  readonly path: string;
  readonly year: number;
  readonly seen: Set<string>;
  readonly fault: Fault;
}

function dayIn(day: unknown, { path, year, seen, fault }: DayPlace): NoticedDay | null {
  const { name, date, isOffDay } = isRecord(day) ? day : {};
  const badName = typeof name !== 'string' || isBlank(name) || name.length > 40 || !isLine(name.trim());
  const badOffDay = typeof isOffDay !== 'boolean';
  if (badName) fault('holidayFileBadName', `${path}.name`, name);
  if (badOffDay) fault('holidayFileBadOffDay', `${path}.isOffDay`, isOffDay);
  if (typeof date !== 'string' || !isDay(date)) {
    fault('holidayFileBadDate', `${path}.date`, date);
    return null;
  }
  // The file's year is that of the notice: the New Year holiday may begin in the December before.
  if (Math.abs(Number(date.slice(0, 4)) - year) > 1) fault('holidayFileDateOutsideNotice', `${path}.date`, date);
  if (seen.has(date)) fault('holidayFileDateTwice', `${path}.date`, date);
  seen.add(date);
  return badName || badOffDay ? null : { kind: isOffDay ? 'holiday' : 'makeUpWorkday', date, name: name.trim() };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(found: unknown): string | null {
  return found === undefined ? null : cutText(JSON.stringify(found) ?? '', 60);
}
