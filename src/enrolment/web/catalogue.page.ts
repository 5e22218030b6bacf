import { phaseOf } from '../../cohorts/index.js';
import {
  dayOf,
  definePage,
  inLanguage,
  type Pages,
  type RequestContext,
  type SelectOption,
  type Translator,
} from '../../platform/index.js';
import type { CatalogueRow, PublicCohortRow } from '../data/catalogue.js';
import type { CourseRow, PrerequisiteRow } from '../data/course-page.js';
import { seatsForNewcomers } from '../domain/seats-for-newcomers.js';

export type CatalogueQuery = Partial<Record<'q' | 'track' | 'level' | 'month' | 'seats' | 'page', unknown>>;

export interface CourseCard {
  readonly href: string;
  readonly code: string;
  readonly over: string;
  readonly title: string;
  readonly summary: string;
  readonly facts: readonly { readonly icon: string; readonly text: string }[];
  readonly state: string | null;
  readonly stateWord: string | null;
}

export interface CataloguePage {
  readonly q: string;
  readonly tracks: readonly SelectOption[];
  readonly levels: readonly SelectOption[];
  readonly months: readonly SelectOption[];
  readonly seatsOnly: boolean;
  readonly filtered: boolean;
  readonly count: number;
  readonly cards: readonly CourseCard[];
  readonly pages: Pages;
}

export interface CohortLine extends PublicCohortRow {
  readonly phase: string;
  readonly stateWord: string;
  readonly deliveryWord: string;
  readonly full: boolean;
  readonly seatsText: string;
  readonly enrolText: string;
}

export interface CoursePage {
  readonly course: CourseRow;
  readonly prerequisites: readonly PrerequisiteRow[];
  readonly outcomes: readonly string[];
  readonly syllabus: readonly string[];
  readonly levelWord: string;
  readonly cohorts: readonly CohortLine[];
}

export const cataloguePage = definePage<CataloguePage>('enrolment/catalogue/index');
export const coursePage = definePage<CoursePage>('enrolment/catalogue/course');

/** The lines of the text in the request's language; of the other language where that is empty. */
export function linesOf(context: RequestContext, zh: string, en: string): string[] {
  return inLanguage(context, zh, en)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export function cardOf(row: CatalogueRow, context: RequestContext): CourseCard {
  const { translator } = context;
  const length = { icon: 'clock', text: translator.t('catalogue.length', { count: row.days, hours: row.hours }) };
  const level = { icon: 'layers', text: translator.t(`catalogue.level.${row.level}`) };
  const next =
    row.nextStart === null ? [] : [{ icon: 'calendar', text: translator.t('catalogue.next', { date: row.nextStart }) }];
  const seats = row.freeSeats ?? 0;
  return {
    href: `/courses/${encodeURIComponent(row.code)}`,
    code: row.code,
    over: inLanguage(context, row.trackZh, row.trackEn),
    title: inLanguage(context, row.titleZh, row.titleEn),
    summary: inLanguage(context, row.summaryZh, row.summaryEn),
    facts: [length, level, ...next],
    state: row.nextStart === null ? null : seats > 0 ? 'open' : 'waitlisted',
    stateWord:
      row.nextStart === null
        ? null
        : seats > 0
          ? translator.t('catalogue.seats_left', { count: seats })
          : translator.t('catalogue.waitlist_open'),
  };
}

/** How many seats are left for newcomers; without any, who waits. */
export function seatsSentence(
  { capacity, taken, waiting }: Pick<PublicCohortRow, 'capacity' | 'taken' | 'waiting'>,
  translator: Translator,
): { full: boolean; text: string } {
  const left = seatsForNewcomers({ free: capacity - taken, waiting });
  const full = left === 0;
  if (!full) return { full, text: translator.t('catalogue.seats_left', { count: left }) };
  return {
    full,
    text: waiting > 0 ? translator.t('catalogue.full_waiting', { count: waiting }) : translator.t('catalogue.full'),
  };
}

/** When enrolment opens, closes or has closed. */
export function windowSentence(
  { windowOpensAt, windowClosesAt }: Pick<PublicCohortRow, 'windowOpensAt' | 'windowClosesAt'>,
  translator: Translator,
  now: number,
): string {
  if (now < windowOpensAt) return translator.t('catalogue.opens', { at: windowOpensAt });
  return now < windowClosesAt
    ? translator.t('catalogue.enrol_by', { at: windowClosesAt })
    : translator.t('catalogue.closed', { at: windowClosesAt });
}

export function cohortLine(row: PublicCohortRow, translator: Translator, now: number): CohortLine {
  const seats = seatsSentence(row, translator);
  const phase = phaseOf(row, dayOf(now));
  return {
    ...row,
    phase,
    stateWord: translator.t(`catalogue.state.${phase}`),
    deliveryWord: translator.t(`catalogue.delivery.${row.delivery}`),
    full: seats.full,
    seatsText: seats.text,
    enrolText: windowSentence(row, translator, now),
  };
}
