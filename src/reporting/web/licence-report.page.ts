import {
  dayOf,
  daysAfter,
  definePage,
  inLanguage,
  instantOf,
  looksLikeId,
  type Pages,
  readDate,
  type RequestContext,
  type SelectOption,
} from '../../platform/index.js';
import { type LicencePoolRow, peakOf, seatHours } from '../../scheduling/index.js';
import type { LicenceUse, LicenceUseFilter } from '../data/licence-use.js';
import { textParameter } from './spoken.js';

export interface PoolTotal {
  readonly name: string;
  readonly href: string;
  readonly agreement: string;
  readonly term: string;
  readonly seats: number;
  readonly sessions: number;
  readonly seatHours: number;
  /** The largest seat-hours of all rows: the full length of a bar. */
  readonly most: number;
  readonly peak: number;
  readonly peakText: string;
}

export interface UseLine {
  readonly span: string;
  readonly licence: string;
  readonly agreement: string;
  readonly cohort: string;
  readonly number: number;
  readonly course: string;
  readonly room: string | null;
  readonly instructor: string | null;
  readonly seats: number;
  readonly enrolled: number;
  readonly present: number | null;
}

export interface LicenceReportPage {
  readonly from: string;
  readonly until: string;
  readonly heading: string;
  /** Shown beside the filters if a typed day is invalid. */
  readonly fault: string | null;
  readonly pools: readonly SelectOption[];
  readonly filtered: boolean;
  readonly totals: readonly PoolTotal[];
  readonly count: number;
  readonly hours: number;
  readonly lines: readonly UseLine[];
  readonly pages: Pages;
  readonly csvHref: string;
}

export const licenceReportPage = definePage<LicenceReportPage>('reporting/licences/index');

export interface ReportQuery {
  readonly fromDay: string;
  readonly untilDay: string;
  readonly filter: LicenceUseFilter;
  readonly fault: 'day' | 'order' | null;
}

/** The period and pool in an address; by default this year. */
export function reportQuery(query: Record<string, unknown>, now: number): ReportQuery {
  const today = dayOf(now);
  const year = today.slice(0, 4);
  const typed = [textParameter(query['from']), textParameter(query['until'])] as const;
  const [from, until] = typed.map((text) => (text === '' ? null : readDate(text, today)));
  const unread = typed.some((text, at) => text !== '' && [from, until][at] === null);
  const [fromDay, untilDay] = [from ?? `${year}-01-01`, until ?? `${year}-12-31`];
  const fault = unread ? 'day' : untilDay < fromDay ? 'order' : null;
  const pool = textParameter(query['pool']);
  return {
    fromDay,
    untilDay,
    fault,
    filter: {
      poolId: looksLikeId(pool) ? pool : null,
      fromAt: instantOf(fromDay, '00:00'),
      untilAt: instantOf(daysAfter(untilDay, 1), '00:00'),
    },
  };
}

/** Product and edition. */
export function poolNamed({ product, edition }: Pick<LicencePoolRow, 'product' | 'edition'>): string {
  return edition === null ? product : `${product} ${edition}`;
}

export function termText({ translator }: RequestContext, { validFrom, validUntil }: LicencePoolRow): string {
  return validUntil === null
    ? translator.t('licence.for_good', { from: validFrom })
    : translator.t('qualification.between', { from: validFrom, until: validUntil });
}

/** The use of each pool in the period, most used first; unused pools are left out. */
export function poolTotals(
  context: RequestContext,
  pools: readonly LicencePoolRow[],
  uses: readonly LicenceUse[],
): PoolTotal[] {
  const sums = pools
    .map((pool) => ({ pool, held: uses.filter(({ poolId }) => poolId === pool.id) }))
    .filter(({ held }) => held.length > 0)
    .map(({ pool, held }) => ({
      pool,
      sessions: held.length,
      hours: Math.round(seatHours(held)),
      peak: peakOf(held).seats,
    }))
    .sort((a, b) => b.hours - a.hours);
  const most = sums[0]?.hours ?? 0;
  return sums.map(({ pool, sessions, hours, peak }) => ({
    name: poolNamed(pool),
    href: `/office/licences/${pool.id}`,
    agreement: pool.agreement,
    term: termText(context, pool),
    seats: pool.seats,
    sessions,
    seatHours: hours,
    most,
    peak,
    peakText: context.translator.t('licence_report.peak_of', { peak, of: pool.seats }),
  }));
}

export function useLine(context: RequestContext, use: LicenceUse, pool: LicencePoolRow): UseLine {
  return {
    span: context.translator.t('session.span', {
      day: dayOf(use.startsAt),
      startsAt: use.startsAt,
      endsAt: use.endsAt,
    }),
    licence: poolNamed(pool),
    agreement: pool.agreement,
    cohort: use.cohort,
    number: use.number,
    course: inLanguage(context, use.titleZh, use.titleEn),
    room: use.roomZh === null ? null : inLanguage(context, use.roomZh, use.roomEn),
    instructor: use.instructor,
    seats: use.seats,
    enrolled: use.enrolled,
    present: use.present,
  };
}
