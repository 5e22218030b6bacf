import { ACADEMY_ZONE } from '../clock.js';
import { memoize } from '../memoize.js';
import type { Language } from './messages.js';
import { A_MINUTE } from '../durations.js';

/** How one language formats days, instants and numbers. Days are `YYYY-MM-DD`, instants epoch milliseconds. */
export interface Formats {
  day(date: string): string;
  dayShort(date: string): string;
  weekday(date: string): string;
  month(date: string): string;
  clock(instant: number): string;
  moment(instant: number): string;
  /** The moment at which something ends: midnight is 24:00 of the previous day. */
  end(instant: number): string;
  number(value: number): string;
  percent(fraction: number): string;
  plural(count: number): Intl.LDMLPluralRule;
  /** "Li, Wang and Zhao". */
  list(items: readonly string[]): string;
  compare(a: string, b: string): number;
}

export function formatsOf(language: Language): Formats {
  const zh = language === 'zh-CN';
  const locale = zh ? 'zh-CN' : 'en-GB';
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: ACADEMY_ZONE, ...options });
  const day = date({ year: 'numeric', month: 'long', day: 'numeric' });
  const dayOnly = date({ month: zh ? 'long' : 'short', day: 'numeric' });
  const weekday = date({ weekday: 'short' });
  const month = date({ year: 'numeric', month: 'long' });
  const clock = date({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const plurals = new Intl.PluralRules(locale);
  const list = new Intl.ListFormat(locale);
  const collator = new Intl.Collator(zh ? 'zh-CN-u-co-pinyin' : 'en', { numeric: true });
  const dayShort = (at: number) =>
    zh ? `${dayOnly.format(at)} ${weekday.format(at)}` : `${weekday.format(at)} ${dayOnly.format(at)}`;
  const clockOf = memoize((instant: number) => orNone(instant, (at) => clock.format(at)));
  const momentOf = memoize((instant: number) => orNone(instant, (at) => `${day.format(at)} ${clock.format(at)}`));
  // Pages format the same few days over and over; Intl is slow enough to notice.
  return {
    day: memoize((text) => orNone(noonOf(text), (at) => day.format(at))),
    dayShort: memoize((text) => orNone(noonOf(text), dayShort)),
    weekday: memoize((text) => orNone(noonOf(text), (at) => weekday.format(at))),
    month: memoize((text) => orNone(noonOf(text.length === 7 ? `${text}-01` : text), (at) => month.format(at))),
    clock: (instant) => clockOf(minuteOf(instant)),
    moment: (instant) => momentOf(minuteOf(instant)),
    end: (instant) =>
      clockOf(minuteOf(instant)) === '00:00' ? `${day.format(instant - A_MINUTE)} 24:00` : momentOf(minuteOf(instant)),
    number: (value) => (value >= 0 && value < 1000 && Number.isInteger(value) ? String(value) : number.format(value)),
    percent: (fraction) => percent.format(fraction),
    plural: (count) => plurals.select(count),
    list: (items) => list.format(items),
    compare: (a, b) => collator.compare(a, b),
  };
}

/** A stored time that nobody can read must not keep the rest of a page from being shown. */
const orNone = (at: number, print: (at: number) => string): string => (Math.abs(at) <= LAST_TIME ? print(at) : '—');
/** Milliseconds: beyond it there are no dates in JavaScript. */
const LAST_TIME = 8.64e15;

const minuteOf = (instant: number): number => Math.floor(instant / A_MINUTE) * A_MINUTE;
const noonOf = (date: string): number => Date.parse(`${date}T12:00:00+08:00`);
