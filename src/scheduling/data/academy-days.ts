import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type Ask, Reads } from '../../platform/index.js';
import { AcademyCalendar, type DayFact } from '../domain/academy-calendar.js';
import type { CalendarDayKind } from './calendar-day.entity.js';

/** Every day that the academy knows something of: some forty a year. */
export async function academyCalendar(ask: Ask): Promise<AcademyCalendar> {
  const days = await ask<{ date: string; kind: CalendarDayKind; name: string; nameEn: string | null }>(sql`
    SELECT date AS "date", kind AS "kind", name AS "name", name_en AS "nameEn" FROM calendar_day ORDER BY date`);
  const notices = await ask<{ year: number }>(sql`
    SELECT n.year AS "year" FROM holiday_notice n WHERE EXISTS (SELECT 1 FROM calendar_day d WHERE d.notice_year = n.year)`);
  return new AcademyCalendar(days satisfies DayFact[], notices.map(({ year }) => year));
}

@Injectable()
export class AcademyCalendarReader {
  constructor(private readonly reads: Reads) {}

  current(): Promise<AcademyCalendar> {
    return academyCalendar((query) => this.reads.all(query));
  }
}
