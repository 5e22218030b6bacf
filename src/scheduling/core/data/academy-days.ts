import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type QueryFunction, ReadDatabase, type Weekday } from '../../../platform/index.js';
import { AcademyCalendar, type NoticedDay } from '../domain/academy-calendar.js';
import type { CalendarDayKind } from './calendar-day.entity.js';

interface DayRow {
  readonly date: string;
  readonly kind: CalendarDayKind;
  readonly name: string;
  readonly nameEn: string | null;
  readonly follows: Weekday | null;
  readonly noticeYear: number | null;
}

/** A year's notice after a change that is being previewed. */
export interface SupposedNotice {
  readonly year: number;
  readonly days: readonly NoticedDay[];
}

/** All days with calendar facts, about forty per year. @param supposed replaces the notice of its year */
export async function academyCalendar(query: QueryFunction, supposed?: SupposedNotice): Promise<AcademyCalendar> {
  const days = await query<DayRow>(sql`
    SELECT date AS "date", kind AS "kind", name AS "name", name_en AS "nameEn", follows AS "follows", notice_year AS "noticeYear" FROM calendar_day ORDER BY notice_year, date`);
  const notices = await query<{ year: number }>(
    sql`SELECT year AS "year" FROM holiday_notice WHERE publication = 'published'`,
  );
  const years = notices.map(({ year }) => year);
  if (!supposed) return new AcademyCalendar(days, years);
  const others = days.filter(({ noticeYear }) => noticeYear !== supposed.year);
  const published = [
    ...years.filter((year) => year !== supposed.year),
    ...(supposed.days.length > 0 ? [supposed.year] : []),
  ];
  return new AcademyCalendar([...others, ...supposed.days], published);
}

@Injectable()
export class AcademyCalendarReader {
  constructor(private readonly reads: ReadDatabase) {}

  current(): Promise<AcademyCalendar> {
    return academyCalendar(this.reads.query);
  }
}
