import sql from 'sql-template-tag';
import { type Ask, dayOf } from '../../platform/index.js';
import { isClosed } from '../domain/academy-calendar.js';
import type { Named } from '../domain/placed-session.js';
import { academyCalendar } from './academy-days.js';

/** A session ahead that stands on a holiday or closure. */
export interface AffectedSession {
  readonly id: string;
  readonly cohort: string;
  readonly number: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly dayName: Named;
}

export async function sessionsOnClosedDays(ask: Ask, now: number): Promise<AffectedSession[]> {
  const calendar = await academyCalendar(ask);
  const ahead = await ask<Omit<AffectedSession, 'dayName'>>(sql`
    SELECT s.id AS "id", c.code AS "cohort", s.number AS "number", s.starts_at AS "startsAt", s.ends_at AS "endsAt"
    FROM session s JOIN cohort c ON c.id = s.cohort_id WHERE s.state = 'planned' AND s.starts_at > ${now} ORDER BY s.starts_at, s.id`);
  return ahead.flatMap((session) => {
    const day = calendar.dayOn(dayOf(session.startsAt));
    return isClosed(day) && day.name ? [{ ...session, dayName: day.name }] : [];
  });
}
