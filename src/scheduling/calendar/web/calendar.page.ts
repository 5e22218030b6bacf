import { Injectable } from '@nestjs/common';
import {
  Clock,
  dayOf,
  daysAfter,
  definePage,
  formView,
  type FormView,
  type Page,
  type Refusal,
  type Translator,
  type TypedValues,
  type RequestContext,
  daysBetween,
  refusalTexts,
} from '../../../platform/index.js';
import {
  AcademyCalendarReader,
  type SessionFormState,
  isClosed,
  nameIn,
  hitsFingerprint,
  TimetableReader,
} from '../../core/index.js';
import {
  type AffectedSession,
  cohortsToReview,
  sessionsOnClosedDays,
  sessionsOnDays,
} from '../data/closed-day-sessions.js';
import { closuresOfYear } from '../data/closures.js';
import { type NoticeOrigin, standingNotice } from '../data/notices.js';
import { ClosureForm, HolidayForm, MakeUpDayForm } from './calendar.form.js';
import {
  type ListedSpan,
  listedSpans,
  type MonthPicture,
  weekdayOptions,
  yearPicture,
} from './calendar-details.page.js';
import { yearIn } from './notice-year.js';

/** State of a year's notice: not yet published, loaded from a file, or entered by hand. */
export interface NoticeState {
  readonly word: string;
  readonly shape: string;
  readonly published: boolean;
  readonly lines: readonly string[];
  readonly papers: readonly { readonly href: string; readonly text: string }[];
}

type AffectedLine = Omit<AffectedSession, 'dayName' | 'meantDay'> & { readonly date: string; readonly dayName: string };

/** Sessions on closed days: the first ones, and the rest behind a fold. */
export interface AffectedList {
  readonly count: number;
  readonly first: readonly AffectedLine[];
  readonly rest: readonly AffectedLine[];
}

/** The impact of a closure, shown before it is declared. */
export interface ClosureImpact {
  readonly seen: string;
  readonly list: AffectedList;
}

export interface CalendarPage {
  readonly year: number;
  readonly notice: NoticeState;
  readonly notPublishedText: string;
  readonly months: readonly MonthPicture[];
  readonly holidays: readonly ListedSpan[];
  readonly daysOff: number;
  readonly daysWorked: number;
  readonly closures: readonly ListedSpan[];
  readonly affected: AffectedList;
  readonly meant: AffectedList;
  readonly toReview: readonly { readonly cohort: string; readonly text: string }[];
  readonly toReviewCount: number;
  readonly earlier: number;
  readonly later: number;
  readonly thisYear: number | null;
  readonly form: FormView<ClosureForm>;
  readonly impact: ClosureImpact | null;
  readonly fileProblems: readonly string[];
}

interface YearExtras {
  readonly filled?: SessionFormState;
  readonly fileReasons?: readonly Refusal[];
  readonly impact?: ClosureImpact | null;
}

export interface HandPage {
  readonly heading: string;
  readonly year: number;
  readonly notice: NoticeState;
  readonly holidays: readonly ListedSpan[];
  readonly holidayForm: FormView<HolidayForm>;
  readonly makeUpForm: FormView<MakeUpDayForm>;
}

const yearPage = definePage<CalendarPage>('scheduling/calendar/index');
const handPage = definePage<HandPage>('scheduling/calendar/by-hand');
const SHOWN_AT_ONCE = 8;

/** Builds the pages of a calendar year and of its notice by hand, also after a failed form. */
@Injectable()
export class CalendarPages {
  constructor(
    private readonly reader: TimetableReader,
    private readonly calendar: AcademyCalendarReader,
    private readonly clock: Clock,
  ) {}

  /** Parses a year; the current year if invalid. */
  yearOf(year: string | undefined): number {
    return yearIn(year ?? '') ?? Number(this.clock.today().slice(0, 4));
  }

  async year(
    { translator }: RequestContext,
    year: number,
    { filled = { typed: {} }, fileReasons = [], impact: impact = null }: YearExtras = {},
  ): Promise<Page> {
    const { query } = this.reader;
    const [now, today] = [this.clock.now(), this.clock.today()];
    const { origin, days } = await standingNotice(query, year);
    const notice = noticeState(translator, origin);
    const closures = await closuresOfYear(query, year);
    const toReview = notice.published ? [] : await cohortsToReview(query, now, year);
    const thisYear = Number(today.slice(0, 4));
    const { affected, meant } = await sessionsOnClosedDays(query, now);
    return yearPage({
      year,
      notice,
      notPublishedText: translator.t(year > thisYear ? 'calendar.not_published_ahead' : 'calendar.not_published_now'),
      months: yearPicture(translator, year, { calendar: await this.calendar.current(), today }),
      holidays: listedSpans(translator, days),
      daysOff: days.filter(({ kind }) => kind === 'holiday').length,
      daysWorked: days.filter(({ kind }) => kind === 'makeUpWorkday').length,
      closures: listedSpans(translator, closures),
      affected: affectedList(translator, affected),
      meant: affectedList(translator, meant),
      toReview: toReview.map(({ cohort, sessions, first, last }) => ({
        cohort,
        text: translator.t(first === last ? 'calendar.look_cohort_day' : 'calendar.look_cohort', {
          count: sessions,
          first,
          last,
        }),
      })),
      toReviewCount: toReview.reduce((sum, { sessions }) => sum + sessions, 0),
      earlier: year - 1,
      later: year + 1,
      thisYear: year === thisYear ? null : thisYear,
      form: formView(ClosureForm, translator, filled),
      impact,
      fileProblems: refusalTexts(translator, fileReasons),
    });
  }

  /** The year page with the impact of a closure. */
  async beforeClosing(
    context: RequestContext,
    typed: TypedValues,
    { from, until, nameZh, nameEn }: ClosureForm,
  ): Promise<Page> {
    const calendar = await this.calendar.current();
    const dates = Array.from({ length: daysBetween(from, until) + 1 }, (_, day) => daysAfter(from, day)).filter(
      (date) => !isClosed(calendar.dayOn(date)),
    );
    const hit = await sessionsOnDays(this.reader.query, this.clock.now(), {
      dates,
      dayName: { zh: nameZh, en: nameEn ?? nameZh },
    });
    return this.year(context, this.yearOf(from.slice(0, 4)), {
      filled: { typed },
      impact: { seen: hitsFingerprint(hit), list: affectedList(context.translator, hit) },
    });
  }

  async byHand(
    { translator }: RequestContext,
    year: number,
    { holiday, makeUp }: { holiday?: SessionFormState; makeUp?: SessionFormState } = {},
  ): Promise<Page> {
    const { origin, days } = await standingNotice(this.reader.query, year);
    const options = { follows: weekdayOptions(translator, null) };
    const notice = noticeState(translator, origin);
    return handPage({
      heading: translator.t(notice.published ? 'calendar.hand_title_correct' : 'calendar.hand_title', {
        year: String(year),
      }),
      year,
      notice,
      holidays: listedSpans(translator, days),
      holidayForm: formView(HolidayForm, translator, holiday ?? {}),
      makeUpForm: formView(MakeUpDayForm, translator, { ...makeUp, options }),
    });
  }
}

export function affectedList(translator: Translator, sessions: readonly AffectedSession[]): AffectedList {
  const lines = sessions.map((one) => ({
    ...one,
    date: dayOf(one.startsAt),
    dayName: nameIn(translator, one.dayName),
  }));
  return { count: lines.length, first: lines.slice(0, SHOWN_AT_ONCE), rest: lines.slice(SHOWN_AT_ONCE) };
}

export function noticeState(translator: Translator, origin: NoticeOrigin | null): NoticeState {
  const published = origin?.publication === 'published';
  if (!origin)
    return { word: translator.t('calendar.state_notPublished'), shape: 'tentative', published, lines: [], papers: [] };
  const { source, papers, loadedAt: at, loadedBy, correctedAt, correctedBy } = origin;
  const from =
    source === 'hand'
      ? translator.t('calendar.entered_by', { at, name: loadedBy })
      : loadedBy === null
        ? translator.t('calendar.loaded', { at })
        : translator.t('calendar.loaded_by', { at, name: loadedBy });
  return {
    word: translator.t(published ? `calendar.state_${source}` : 'calendar.state_notPublished'),
    shape: published ? (source === 'file' ? 'good' : 'info') : 'tentative',
    published,
    lines: [
      from,
      ...(correctedAt === null ? [] : [translator.t('calendar.corrected_by', { at: correctedAt, name: correctedBy })]),
    ],
    papers: papers.map((href, at) => ({ href, text: translator.t('calendar.paper_nth', { number: at + 1 }) })),
  };
}
