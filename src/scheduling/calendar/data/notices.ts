import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import { type QueryFunction, type Weekday, storedList } from '../../../platform/index.js';
import type { NoticedDay, NoticePublication, NoticeSource } from '../../core/index.js';
import type { HolidayNotice } from '../domain/holiday-file.js';
import { holidayInEnglish } from '../domain/holiday-names.js';
import {
  differenceOf,
  isNoDifference,
  keepingWhatPeopleSaid,
  type NoticeDifference,
} from '../domain/notice-difference.js';
import { type AffectedSession, sessionsThatWouldClose } from './closed-day-sessions.js';

/** Source of a year's notice. */
export interface NoticeOrigin {
  readonly source: NoticeSource;
  readonly publication: NoticePublication;
  readonly papers: readonly string[];
  readonly loadedAt: number;
  readonly loadedBy: string | null;
  readonly correctedAt: number | null;
  readonly correctedBy: string | null;
}

/** A year's notice; no origin if nothing was ever loaded or entered. */
export interface StandingNotice {
  readonly year: number;
  readonly origin: NoticeOrigin | null;
  /** Earliest first. */
  readonly days: readonly NoticedDay[];
}

export interface NoticePreview extends NoticeDifference {
  readonly year: number;
  /** The new notice. */
  readonly days: readonly NoticedDay[];
  /** Days of the file that already belong to another year's notice; they stay there. */
  readonly elsewhere: readonly NoticedDay[];
  readonly nothingChanges: boolean;
  /** Sessions ahead on days that would be closed. */
  readonly closing: readonly AffectedSession[];
  /** Fingerprint of the difference. */
  readonly fingerprint: string;
}

export async function standingNotice(query: QueryFunction, year: number): Promise<StandingNotice> {
  const [row] = await query<Omit<NoticeOrigin, 'papers'> & { papers: string }>(sql`
    SELECT source AS "source", publication AS "publication", papers AS "papers", loaded_at AS "loadedAt", loaded_by AS "loadedBy", corrected_at AS "correctedAt", corrected_by AS "correctedBy"
    FROM holiday_notice WHERE year = ${year}`);
  const days = await query<{
    date: string;
    kind: NoticedDay['kind'];
    name: string;
    nameEn: string | null;
    follows: Weekday | null;
  }>(sql`
    SELECT date AS "date", kind AS "kind", name AS "name", name_en AS "nameEn", follows AS "follows" FROM calendar_day WHERE notice_year = ${year} ORDER BY date`);
  const origin = row ? { ...row, papers: storedList<string>(row.papers) } : null;
  return {
    year,
    origin,
    days: days.map(({ kind, follows, ...day }) => (kind === 'holiday' ? { kind, ...day } : { kind, ...day, follows })),
  };
}

/** Days of other years' notices; a day may belong to one notice only. */
export async function daysOfOtherNotices(query: QueryFunction, year: number): Promise<ReadonlySet<string>> {
  const rows = await query<{ date: string; kind: string }>(
    sql`SELECT date AS "date", kind AS "kind" FROM calendar_day WHERE notice_year IS NOT NULL AND notice_year <> ${year}`,
  );
  return new Set(rows.map(dayKey));
}

export function dayKey({ date, kind }: { readonly date: string; readonly kind: string }): string {
  return `${date} ${kind}`;
}

export async function noticePreview(query: QueryFunction, now: number, notice: HolidayNotice): Promise<NoticePreview> {
  const { year } = notice;
  const { origin, days: standing } = await standingNotice(query, year);
  const others = await daysOfOtherNotices(query, year);
  const own = notice.days.filter((day) => !others.has(dayKey(day)));
  const days = keepingWhatPeopleSaid(
    standing,
    own.map((day) => ({ ...day, nameEn: holidayInEnglish(day.name) })),
  );
  const difference = differenceOf(standing, days);
  const sameOrigin = origin?.source === 'file' && JSON.stringify(origin.papers) === JSON.stringify(notice.papers);
  return {
    ...difference,
    year,
    days,
    elsewhere: notice.days.filter((day) => others.has(dayKey(day))),
    nothingChanges: sameOrigin && isNoDifference(difference),
    closing: await sessionsThatWouldClose(query, now, { year, days }),
    fingerprint: createHash('sha256')
      .update(JSON.stringify([year, origin?.source ?? null, notice.papers, difference]))
      .digest('base64url'),
  };
}
