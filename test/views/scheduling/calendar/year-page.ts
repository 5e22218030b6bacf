import { dayOf, formView, instantOf } from '../../../../src/platform/index.js';
import type { AffectedSession } from '../../../../src/scheduling/calendar/data/closed-day-sessions.js';
import { ClosureForm } from '../../../../src/scheduling/calendar/web/calendar.form.js';
import { affectedList, type CalendarPage, noticeState } from '../../../../src/scheduling/calendar/web/calendar.page.js';
import { listedSpans, yearPicture } from '../../../../src/scheduling/calendar/web/calendar-details.page.js';
import {
  AcademyCalendar,
  type DayFact,
  type NoticedDay,
} from '../../../../src/scheduling/core/domain/academy-calendar.js';
import { LOOKED_AT, type Stage } from '../../../support/views/rendered-view.js';

const TODAY = dayOf(LOOKED_AT);
export const HOLIDAY = { name: '清明节', nameEn: 'Tomb-Sweeping Day' };
export const NOTICE: readonly NoticedDay[] = [
  { kind: 'holiday', date: '2026-04-04', ...HOLIDAY },
  { kind: 'holiday', date: '2026-04-05', ...HOLIDAY },
  { kind: 'holiday', date: '2026-04-06', ...HOLIDAY },
  { kind: 'makeUpWorkday', date: '2026-04-11', ...HOLIDAY, follows: 1 },
  { kind: 'makeUpWorkday', date: '2026-04-12', name: '节'.repeat(40), nameEn: null },
];
export const CLOSURES: readonly DayFact[] = [
  { kind: 'closure', date: '2026-05-11', name: '<script>停电</script>', nameEn: null },
  { kind: 'closure', date: '2026-05-13', name: '校庆', nameEn: 'Anniversary' },
  { kind: 'closure', date: '2026-05-14', name: '校庆', nameEn: 'Anniversary' },
];
export const LOADED = {
  ...({ source: 'file', publication: 'published', loadedAt: LOOKED_AT, loadedBy: '李静' } as const),
  ...{ correctedAt: null, correctedBy: null, papers: ['https://www.gov.cn/a', 'https://www.gov.cn/b'] },
};

interface Known {
  readonly days?: readonly DayFact[];
  readonly closures?: readonly DayFact[];
  readonly year?: number;
}

/** A year's page as the product fills it from a notice and closures; `change`: what differs. */
export function yearPage(
  { translator }: Stage,
  { days = [], closures = [], year = 2026 }: Known = {},
  change: Partial<CalendarPage> = {},
): CalendarPage {
  const calendar = new AcademyCalendar([...days, ...closures], [2026]);
  return {
    year,
    notice: noticeState(translator, days.length > 0 ? LOADED : null),
    notPublishedText: translator.t('calendar.not_published_now'),
    months: yearPicture(translator, year, { calendar, today: TODAY }),
    holidays: listedSpans(translator, days),
    daysOff: days.filter(({ kind }) => kind === 'holiday').length,
    daysWorked: days.filter(({ kind }) => kind === 'makeUpWorkday').length,
    closures: listedSpans(translator, closures),
    affected: affectedList(translator, []),
    meant: affectedList(translator, []),
    toReview: [],
    toReviewCount: 0,
    earlier: year - 1,
    later: year + 1,
    thisYear: year === 2026 ? null : 2026,
    form: formView(ClosureForm, translator),
    impact: null,
    fileProblems: [],
    ...change,
  };
}

/** So many sessions on one day of the holiday. */
export function sessionsHit(count: number): AffectedSession[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `s${at}`,
    cohort: `AZ-104-${at}`,
    number: at + 1,
    startsAt: instantOf('2026-04-06', '09:00'),
    endsAt: instantOf('2026-04-06', '12:00'),
    meantDay: null,
    dayName: { zh: HOLIDAY.name, en: HOLIDAY.nameEn },
  }));
}
