import {
  daysAfter,
  monthsAfter,
  type Option,
  type SelectOption,
  selectOptions,
  type Translator,
  type Weekday,
  weekdayOf,
  WEEKDAYS,
} from '../../../platform/index.js';
import { type AcademyCalendar, type AcademyDay, type DayFact, nameIn } from '../../core/index.js';

/** A day of the year view: kind by colour, pattern and letter; `text` describes it completely. */
export interface DayCell {
  readonly number: number;
  readonly kind: string;
  readonly mark: string | null;
  readonly text: string | null;
  readonly today: boolean;
}

export interface MonthPicture {
  readonly first: string;
  readonly weekdays: readonly string[];
  readonly weeks: readonly (readonly (DayCell | null)[])[];
}

/** Consecutive days of the same kind and name. */
export interface ListedSpan {
  readonly from: string;
  readonly until: string;
  readonly when: string;
  readonly length: number;
  readonly kind: DayFact['kind'];
  readonly kindText: string;
  readonly about: string;
  /** The name in the other language, if any. */
  readonly other: string | null;
  /** For a make-up workday: the followed weekday as text, and the options. */
  readonly followsText: string | null;
  readonly followsLabel: string;
  readonly weekdays: readonly SelectOption[];
  /** The single days, if there are several. */
  readonly days: readonly { readonly date: string }[];
}

export function yearPicture(
  translator: Translator,
  year: number,
  { calendar, today }: { readonly calendar: AcademyCalendar; readonly today: string },
): MonthPicture[] {
  return Array.from({ length: 12 }, (_, at) => {
    const first = monthsAfter(`${year}-01-01`, at);
    const cells: (DayCell | null)[] = Array.from({ length: weekdayOf(first) - 1 }, () => null);
    for (let date = first; date.slice(0, 7) === first.slice(0, 7); date = daysAfter(date, 1))
      cells.push(cellOf(translator, calendar.dayOn(date), today));
    while (cells.length % 7 !== 0) cells.push(null);
    const weekdays = WEEKDAYS.map((day) => translator.t(`calendar.short_weekday.${day}`));
    return {
      first,
      weekdays,
      weeks: Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7)),
    };
  });
}

/** @param days of one notice, or closures; earliest first */
export function listedSpans(translator: Translator, days: readonly DayFact[]): ListedSpan[] {
  const spans: [DayFact, ...DayFact[]][] = [];
  for (const day of days) {
    const span = spans.at(-1);
    const last = span?.at(-1);
    const goesOn =
      last &&
      last.kind === day.kind &&
      day.kind !== 'makeUpWorkday' &&
      last.name === day.name &&
      (last.nameEn ?? null) === (day.nameEn ?? null) &&
      daysAfter(last.date, 1) === day.date;
    if (span && goesOn) span.push(day);
    else spans.push([day]);
  }
  return spans.map((span) => listedSpan(translator, span));
}

function listedSpan(translator: Translator, span: readonly [DayFact, ...DayFact[]]): ListedSpan {
  const [first] = span;
  const from = first.date;
  const until = (span.at(-1) ?? first).date;
  const { format } = translator;
  const follows = first.kind === 'makeUpWorkday' ? (first.follows ?? null) : null;
  const en = translator.language === 'en';
  return {
    from,
    until,
    when: span.length === 1 ? format.dayShort(from) : `${format.dayShort(from)} – ${format.dayShort(until)}`,
    length: span.length,
    kind: first.kind,
    kindText: translator.t(`calendar.kind_${first.kind}`),
    about: en ? (first.nameEn ?? first.name) : first.name,
    other: first.nameEn ? (en ? first.name : first.nameEn) : null,
    followsText: follows === null ? null : followsText(translator, follows),
    followsLabel: translator.t('calendar.follows_label', { day: from }),
    weekdays: selectOptions(weekdayOptions(translator, weekdayOf(from)), String(follows)),
    days: span.length > 1 ? span.map(({ date }) => ({ date })) : [],
  };
}

/** Weekdays whose timetable a day may follow: all but its own. */
export function weekdayOptions(translator: Translator, own: Weekday | null): Option[] {
  return WEEKDAYS.filter((day) => day !== own).map((day) => ({
    value: String(day),
    label: translator.t('calendar.follows_option', { weekday: translator.t(`calendar.weekday.${day}`) }),
  }));
}

export function followsText(translator: Translator, follows: Weekday): string {
  return translator.t('calendar.follows_said', { weekday: translator.t(`calendar.weekday.${follows}`) });
}

/** Description of a special day: `放假（春节）`, `调休上班（劳动节），按周二课表上课`; `null` for ordinary days. */
export function dayText(translator: Translator, { kind, name, follows }: AcademyDay): string | null {
  if (kind === 'workday' || kind === 'weekend') return null;
  const what = `${translator.t(`calendar.kind_${kind}`)}${translator.t('calendar.named', { name: name && nameIn(translator, name) })}`;
  return follows === null ? what : `${what} · ${followsText(translator, follows)}`;
}

function cellOf(translator: Translator, day: AcademyDay, today: string): DayCell {
  const text = dayText(translator, day);
  const mark = text === null ? null : translator.t(`calendar.mark_${day.kind}`);
  return {
    number: Number(day.date.slice(8)),
    kind: day.kind,
    today: day.date === today,
    text,
    mark:
      mark !== null && day.follows !== null ? `${mark}·${translator.t(`calendar.short_weekday.${day.follows}`)}` : mark,
  };
}
