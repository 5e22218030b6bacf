import { byLabel, daysAfter, type SelectOption, selectOptions, type Translator } from '../../../../platform/index.js';
import { mondayOf, nameIn } from '../../../core/index.js';
import { addressOf, BYS, type By, type TimetableSelection, VIEWS } from './timetable-selection.js';
import type { DayHeader } from './timetable-days.js';
import type { Grid } from './timetable-grid.js';
import type { Holder, Line } from './timetable-rows.page.js';
import { MARKS, type Mark } from './timetable-marks.js';
import { type MonthDay, nextMonth } from './timetable-month.js';
import type { Undo } from './timetable-undo.js';
import type { WeekDay } from './timetable-week.js';

interface Tab {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
  readonly count: null;
}

export interface TimetablePage {
  readonly selection: TimetableSelection;
  readonly spanText: string;
  readonly address: string;
  readonly tabs: readonly Tab[];
  readonly bys: readonly Tab[];
  readonly earlier: string;
  readonly later: string;
  readonly current: string;
  readonly wholeWeek: string | null;
  readonly steps: { readonly earlier: string; readonly current: string; readonly later: string };
  readonly count: number;
  readonly filtered: boolean;
  readonly clearHref: string;
  readonly legend: readonly {
    readonly mark: Mark | 'planned';
    readonly word: string;
    readonly count: number | null;
    readonly href: string | null;
    readonly current: boolean;
  }[];
  readonly tracks: readonly SelectOption[];
  readonly kinds: readonly SelectOption[];
  readonly named: readonly SelectOption[];
  /** The first year ahead without a published notice; its calendar's address for people who manage it. */
  readonly notPublished: { readonly year: string; readonly href: string | null } | null;
  readonly hours: readonly { readonly at: string; readonly hour: string }[];
  readonly week: readonly WeekDay[] | null;
  readonly holders: readonly Line[] | null;
  readonly weeks: readonly (readonly MonthDay[])[] | null;
  readonly days: readonly DayHeader[];
  readonly print: { readonly href: string; readonly word: string } | null;
  readonly undo: Undo | null;
  readonly placementFields: readonly string[];
}

export function tabsOf(translator: Translator, selection: TimetableSelection): Tab[] {
  const views = VIEWS.map((view) => ({
    label: translator.t(`timetable.view_${view}`),
    href: addressOf(selection, { view, ...(view === 'month' ? { day: null } : {}) }),
    current: view === selection.view,
    count: null,
  }));
  return [
    ...views,
    { label: translator.t('timetable.view_use'), href: '/office/timetable/use', current: false, count: null },
  ];
}

export function bysOf(translator: Translator, selection: TimetableSelection): Tab[] {
  return BYS.map((by) => ({
    label: translator.t(`timetable.by_${by}`),
    href: addressOf(selection, { by, of: by === selection.by ? selection.of : '' }),
    current: by === selection.by,
    count: null,
  }));
}

/** The legend; each entry links to the filtered view. */
export function legendOf(
  translator: Translator,
  selection: TimetableSelection,
  counts: Grid['counts'],
): TimetablePage['legend'] {
  const planned = {
    mark: 'planned' as const,
    word: translator.t('timetable.mark_planned'),
    count: null,
    href: null,
    current: false,
  };
  return [
    planned,
    ...MARKS.map((mark) => ({
      mark,
      word: translator.t(`timetable.mark_${mark}`),
      count: counts[mark],
      current: selection.state === mark,
      href: addressOf(selection, { state: selection.state === mark ? null : mark }),
    })),
  ];
}

/** Options for viewing a single room, instructor or cohort. */
export function namedChoices(
  translator: Translator,
  selection: TimetableSelection,
  holders: readonly Pick<Holder, 'id' | 'name'>[],
): SelectOption[] {
  const options = holders.map(({ id, name }) => ({ value: id, label: name }));
  return selectOptions(byLabel(translator, options), selection.of);
}

export function trackChoices(
  translator: Translator,
  selection: TimetableSelection,
  tracks: Grid['tracks'],
): SelectOption[] {
  return selectOptions(
    tracks.map(({ code, nameZh, nameEn }) => ({
      value: code,
      label: nameIn(translator, { zh: nameZh, en: nameEn }),
    })),
    selection.track,
  );
}

/** The print link of the selected room or instructor. */
export function printOf(translator: Translator, selection: TimetableSelection): TimetablePage['print'] {
  if (selection.of === '' || selection.by === 'cohort' || selection.view === 'month') return null;
  const [path, word]: [string, string] =
    selection.by === 'room' ? ['door', 'timetable.door_sheet'] : ['instructor', 'timetable.instructor_sheet'];
  return {
    href: `/office/timetable/${path}?${new URLSearchParams({ [selection.by satisfies By]: selection.of, week: selection.monday }).toString()}`,
    word: translator.t(word),
  };
}

/** Text of the selected span: month, week or day. */
export function headingOf(translator: Translator, selection: TimetableSelection): string {
  if (selection.view === 'month') return translator.format.month(selection.on);
  return selection.day === null
    ? translator.t('timetable.week_of', { from: selection.monday, until: daysAfter(selection.monday, 6) })
    : `${translator.format.day(selection.day)} ${translator.format.weekday(selection.day)}`;
}

export function stepWords(translator: Translator, { view, day }: TimetableSelection): TimetablePage['steps'] {
  const unit = view === 'month' ? 'month' : day === null ? 'week' : 'day';
  return {
    earlier: translator.t(`timetable.earlier_${unit}`),
    current: translator.t(`timetable.this_${unit}`),
    later: translator.t(`timetable.later_${unit}`),
  };
}

/** Addresses of the previous and next span, today, and the whole week of a day. */
export function stepAddresses(
  selection: TimetableSelection,
  today: string,
): Pick<TimetablePage, 'earlier' | 'later' | 'current' | 'wholeWeek'> {
  const to = (on: string) => addressOf(selection, selection.day === null ? { on } : { on, day: on });
  const wholeWeek = selection.day === null ? null : addressOf(selection, { day: null, on: selection.monday });
  if (selection.view === 'month')
    return {
      earlier: to(nextMonth(selection.on, -1)),
      later: to(nextMonth(selection.on, 1)),
      current: to(today),
      wholeWeek,
    };
  if (selection.day !== null)
    return {
      earlier: to(daysAfter(selection.day, -1)),
      later: to(daysAfter(selection.day, 1)),
      current: to(today),
      wholeWeek,
    };
  return {
    earlier: to(daysAfter(selection.monday, -7)),
    later: to(daysAfter(selection.monday, 7)),
    current: to(mondayOf(today)),
    wholeWeek,
  };
}
