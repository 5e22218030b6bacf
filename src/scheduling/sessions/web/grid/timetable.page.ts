import { daysAfter, type Translator } from '../../../../platform/index.js';
import { mondayOf, nameIn } from '../../../core/index.js';
import { addressOf, BYS, type By, type TimetableAsk, VIEWS } from './timetable-ask.js';
import type { DayHead } from './timetable-days.js';
import type { Grid } from './timetable-grid.js';
import type { Holder, Line } from './timetable-rows.page.js';
import { MARKS, type Mark } from './timetable-marks.js';
import { type MonthDay, nextMonth } from './timetable-month.js';
import type { Undo } from './timetable-undo.js';
import type { WeekDay } from './timetable-week.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
}

interface Tab {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
  readonly count: null;
}

export interface TimetablePage {
  readonly ask: TimetableAsk;
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
  readonly tracks: readonly Choice[];
  readonly kinds: readonly Choice[];
  readonly named: readonly Choice[];
  /** The first year of the days ahead whose notice is not out, and its calendar for those who keep it. */
  readonly notPublished: { readonly year: string; readonly href: string | null } | null;
  readonly hours: readonly { readonly at: string; readonly hour: string }[];
  readonly week: readonly WeekDay[] | null;
  readonly holders: readonly Line[] | null;
  readonly weeks: readonly (readonly MonthDay[])[] | null;
  readonly heads: readonly DayHead[];
  readonly print: { readonly href: string; readonly word: string } | null;
  readonly undo: Undo | null;
  readonly placementFields: readonly string[];
}

export function tabsOf(translator: Translator, ask: TimetableAsk): Tab[] {
  const views = VIEWS.map((view) => ({
    label: translator.t(`timetable.view_${view}`),
    href: addressOf(ask, { view, ...(view === 'month' ? { day: null } : {}) }),
    current: view === ask.view,
    count: null,
  }));
  return [
    ...views,
    { label: translator.t('timetable.view_use'), href: '/office/timetable/use', current: false, count: null },
  ];
}

export function bysOf(translator: Translator, ask: TimetableAsk): Tab[] {
  return BYS.map((by) => ({
    label: translator.t(`timetable.by_${by}`),
    href: addressOf(ask, { by, of: by === ask.by ? ask.of : '' }),
    current: by === ask.by,
    count: null,
  }));
}

/** What the looks mean, each leading to only those. */
export function legendOf(translator: Translator, ask: TimetableAsk, counts: Grid['counts']): TimetablePage['legend'] {
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
      current: ask.state === mark,
      href: addressOf(ask, { state: ask.state === mark ? null : mark }),
    })),
  ];
}

/** The rooms, instructors or cohorts of which one may be looked at alone. */
export function namedChoices(
  translator: Translator,
  ask: TimetableAsk,
  holders: readonly Pick<Holder, 'id' | 'name'>[],
): Choice[] {
  return holders
    .map(({ id, name }) => ({ value: id, label: name, selected: id === ask.of }))
    .sort((a, b) => translator.format.compare(a.label, b.label));
}

export function trackChoices(translator: Translator, ask: TimetableAsk, tracks: Grid['tracks']): Choice[] {
  return tracks.map(({ code, nameZh, nameEn }) => ({
    value: code,
    label: nameIn(translator, { zh: nameZh, en: nameEn }),
    selected: code === ask.track,
  }));
}

/** The sheet that is printed of the one that is looked at. */
export function printOf(translator: Translator, ask: TimetableAsk): TimetablePage['print'] {
  if (ask.of === '' || ask.by === 'cohort' || ask.view === 'month') return null;
  const [path, word]: [string, string] =
    ask.by === 'room' ? ['door', 'timetable.door_sheet'] : ['instructor', 'timetable.instructor_sheet'];
  return {
    href: `/office/timetable/${path}?${new URLSearchParams({ [ask.by satisfies By]: ask.of, week: ask.monday }).toString()}`,
    word: translator.t(word),
  };
}

/** What is looked at: a month, a week from day to day, or one day. */
export function headingOf(translator: Translator, ask: TimetableAsk): string {
  if (ask.view === 'month') return translator.format.month(ask.on);
  return ask.day === null
    ? translator.t('timetable.week_of', { from: ask.monday, until: daysAfter(ask.monday, 6) })
    : `${translator.format.day(ask.day)} ${translator.format.weekday(ask.day)}`;
}

export function stepWords(translator: Translator, { view, day }: TimetableAsk): TimetablePage['steps'] {
  const unit = view === 'month' ? 'month' : day === null ? 'week' : 'day';
  return {
    earlier: translator.t(`timetable.earlier_${unit}`),
    current: translator.t(`timetable.this_${unit}`),
    later: translator.t(`timetable.later_${unit}`),
  };
}

/** Where a step back, a step on, today and the whole week of a day are. */
export function stepAddresses(
  ask: TimetableAsk,
  today: string,
): Pick<TimetablePage, 'earlier' | 'later' | 'current' | 'wholeWeek'> {
  const to = (on: string) => addressOf(ask, ask.day === null ? { on } : { on, day: on });
  const wholeWeek = ask.day === null ? null : addressOf(ask, { day: null, on: ask.monday });
  if (ask.view === 'month')
    return { earlier: to(nextMonth(ask.on, -1)), later: to(nextMonth(ask.on, 1)), current: to(today), wholeWeek };
  if (ask.day !== null)
    return { earlier: to(daysAfter(ask.day, -1)), later: to(daysAfter(ask.day, 1)), current: to(today), wholeWeek };
  return {
    earlier: to(daysAfter(ask.monday, -7)),
    later: to(daysAfter(ask.monday, 7)),
    current: to(mondayOf(today)),
    wholeWeek,
  };
}
