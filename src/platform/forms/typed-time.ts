import { Temporal } from 'temporal-polyfill';
import { normalizeText } from '../texts.js';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEKDAYS: readonly RegExp[] = [
  /^(mon(day)?|(周|星期|礼拜)一)$/,
  /^(tue(s|sday)?|(周|星期|礼拜)二)$/,
  /^(wed(nesday)?|(周|星期|礼拜)三)$/,
  /^(thu(rs|rsday)?|(周|星期|礼拜)四)$/,
  /^(fri(day)?|(周|星期|礼拜)五)$/,
  /^(sat(urday)?|(周|星期|礼拜)六)$/,
  /^(sun(day)?|(周|星期|礼拜)[日天])$/,
];
const WEEKDAY_FIRST = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/;
const WEEKDAY_LAST = / ?\(?((?:周|星期|礼拜)[一二三四五六日天])\)?$/;

const NEAR_DAYS: ReadonlyMap<string, number> = new Map([
  ['昨天', -1],
  ['yesterday', -1],
  ['今天', 0],
  ['今日', 0],
  ['today', 0],
  ['明天', 1],
  ['明日', 1],
  ['tomorrow', 1],
  ['后天', 2],
]);

interface DateParts {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/**
 * Parses a day as people type it: 2026-3-9, 2026/03/09, 2026.3.9, 20260309, 2026年3月9日, 3月9日, 9 March 2026, Mar 9; 今天,
 * 明天, 后天, 昨天 and their English; also full-width digits and with a weekday. Without a year it is the day nearest to
 * `today` (`YYYY-MM-DD`).
 * Returns `YYYY-MM-DD`; `null` if it is not a day, is ambiguous (9/3/2026), or the weekday does not match.
 */
export function readDate(typed: string, today: string): string | null {
  const text = plain(typed);
  const daysAhead = NEAR_DAYS.get(text);
  if (daysAhead !== undefined) return Temporal.PlainDate.from(today).add({ days: daysAhead }).toString();
  const weekday = WEEKDAY_FIRST.exec(text)?.[0] ?? WEEKDAY_LAST.exec(text)?.[1] ?? null;
  const parts = partsOf(text.replace(WEEKDAY_FIRST, '').replace(WEEKDAY_LAST, ''));
  const date = parts && (parts.year === null ? nearest(parts, today) : dateOf(parts, parts.year));
  if (!date || date.year < 1900 || date.year > 2199) return null;
  if (weekday !== null && !WEEKDAYS[date.dayOfWeek - 1]?.test(weekday.replace(/[.,\s]/g, ''))) return null;
  return date.toString();
}

function partsOf(text: string): DateParts | null {
  const digits =
    /^(\d{4})\s?([-/.])\s?(?<m>\d{1,2})\s?\2\s?(?<d>\d{1,2})$/.exec(text) ??
    /^(\d{4})(?<m>\d{2})(?<d>\d{2})$/.exec(text) ??
    /^(?:(\d{4})\s?年\s?)?(?<m>\d{1,2})\s?月\s?(?<d>\d{1,2})\s?[日号]?$/.exec(text);
  if (digits) return partsFrom(digits[1], Number(digits.groups?.['m']), digits.groups?.['d']);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\s?(?:of\s)?([a-z]{3,9})\.?,?(?:\s?(\d{4}))?$/.exec(text);
  if (dayFirst) return partsFrom(dayFirst[3], monthNamed(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^([a-z]{3,9})\.?\s?(\d{1,2})(?:st|nd|rd|th)?(?:,?\s(\d{4}))?$/.exec(text);
  return monthFirst && partsFrom(monthFirst[3], monthNamed(monthFirst[1]), monthFirst[2]);
}

function partsFrom(year: string | undefined, month: number, day: string | undefined): DateParts {
  return { year: year === undefined ? null : Number(year), month, day: Number(day) };
}

function monthNamed(name: string | undefined): number {
  return (
    MONTHS.findIndex(
      (month) => month === name || month.slice(0, 3) === name || (name === 'sept' && month === 'september'),
    ) + 1
  );
}

function nearest(parts: DateParts, today: string): Temporal.PlainDate | null {
  const from = Temporal.PlainDate.from(today);
  const distance = (date: Temporal.PlainDate) => Math.abs(from.until(date).days);
  const candidates = [from.year + 1, from.year, from.year - 1].flatMap((year) => dateOf(parts, year) ?? []);
  return candidates.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function dateOf({ month, day }: DateParts, year: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}

/** The hours that a part of the day can mean, first and last. 上午12点 matches none: it can mean noon or midnight. */
const DAY_PARTS: Readonly<Record<string, readonly [number, number]>> = {
  凌晨: [0, 5],
  早上: [4, 11],
  早晨: [4, 11],
  上午: [1, 11],
  am: [0, 11],
  中午: [11, 14],
  下午: [12, 19],
  pm: [12, 23],
  傍晚: [16, 20],
  晚上: [17, 23],
  晚: [17, 23],
};
const PARTED = /^(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚|am|pm)?\s?(.+?)\s?([ap]m)?$/;
const MINUTE_WORDS: Readonly<Record<string, string>> = { 半: '30', 一刻: '15', 三刻: '45', 整: '00', '': '00' };

/**
 * Parses a time of day as people type it: 9:00, 0900, 14.30, 9点, 9点半, 9时30分, 上午9:00, 下午2:30, 9am, 2:30 p.m.
 * Returns `HH:MM` from 00:00 to 23:59; `null` for anything else, including a bare `9` and the ambiguous 上午12点.
 */
export function readTime(typed: string): string | null {
  const text = plain(typed).replace(/([ap])\.\s?m\.?/, '$1m');
  const found = PARTED.exec(text);
  const part = found?.[1] ?? found?.[3] ?? null;
  if (!found || (found[1] && found[3])) return null;
  const clock = clockIn(found[2] ?? '', part === 'am' || part === 'pm');
  const hour = clock && hourIn(Number(clock.hour), part);
  if (clock === null || hour === null || hour > 23 || Number(clock.minute) > 59) return null;
  return `${String(hour).padStart(2, '0')}:${clock.minute}`;
}

function clockIn(text: string, bareHour: boolean): { hour: string; minute: string } | null {
  if (bareHour && /^\d{1,2}$/.test(text)) return { hour: text, minute: '00' };
  const found = /^(\d{1,2})\s?[:.]\s?(\d{2})(?::00)?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text);
  if (found) return { hour: found[1] ?? '', minute: found[2] ?? '' };
  const spoken = /^(\d{1,2})\s?[点时]\s?(半|一刻|三刻|整|(?:\d{1,2})\s?分?|)$/.exec(text);
  const minute = spoken && (MINUTE_WORDS[spoken[2] ?? ''] ?? (spoken[2] ?? '').replace(/\D/g, '').padStart(2, '0'));
  return spoken && minute !== null ? { hour: spoken[1] ?? '', minute } : null;
}

function hourIn(hour: number, part: string | null): number | null {
  const [first, last] = DAY_PARTS[part ?? ''] ?? [0, 23];
  const readings = part === null || hour === 0 ? [hour] : [hour, hour === 12 ? 0 : hour + 12];
  return readings.find((reading) => first <= reading && reading <= last) ?? null;
}

/** Normalizes full-width digits and signs (NFKC) and runs of spaces. */
function plain(typed: string): string {
  return normalizeText(typed, 'NFKC')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/。/g, '.')
    .replace(/[–—−]/g, '-')
    .toLowerCase();
}
