import sql from 'sql-template-tag';
import { type QueryFunction, dayOf } from '../../../platform/index.js';
import { type AcademyCalendar, academyCalendar, isClosed, type Named, type SupposedNotice } from '../../core/index.js';

interface SessionAhead {
  readonly id: string;
  readonly cohort: string;
  readonly number: number;
  readonly startsAt: number;
  readonly endsAt: number;
  /** The holiday or closure on which it is held on purpose. */
  readonly meantDay: string | null;
}

/** A session ahead that stands on a holiday or closure. */
export interface AffectedSession extends SessionAhead {
  readonly dayName: Named;
}

/** A cohort's sessions ahead in a year whose holidays nobody knows yet. */
export interface CohortToReview {
  readonly cohort: string;
  readonly sessions: number;
  /** Days of the first and last of them. */
  readonly first: string;
  readonly last: string;
}

/** The sessions ahead that a holiday or closure hits, and those that are held on such a day on purpose. */
export async function sessionsOnClosedDays(
  query: QueryFunction,
  now: number,
): Promise<{ affected: AffectedSession[]; meant: AffectedSession[] }> {
  const all = onClosedDays(await sessionsAhead(query, now), await academyCalendar(query));
  return { affected: all.filter((one) => !isMeant(one)), meant: all.filter(isMeant) };
}

/** Those of them that somebody has to look at. */
export async function affectedByClosedDays(query: QueryFunction, now: number): Promise<readonly AffectedSession[]> {
  return (await sessionsOnClosedDays(query, now)).affected;
}

/** The sessions ahead on these days. */
export async function sessionsOnDays(
  query: QueryFunction,
  now: number,
  { dates, dayName }: { readonly dates: readonly string[]; readonly dayName: Named },
): Promise<AffectedSession[]> {
  return (await sessionsAhead(query, now))
    .filter(({ startsAt }) => dates.includes(dayOf(startsAt)))
    .map((session) => ({ ...session, dayName }));
}

/** The sessions ahead on days that are open today and would be closed. */
export async function sessionsThatWouldClose(
  query: QueryFunction,
  now: number,
  supposed: SupposedNotice,
): Promise<AffectedSession[]> {
  const calendar = await academyCalendar(query);
  const would = onClosedDays(await sessionsAhead(query, now), await academyCalendar(query, supposed));
  return would.filter((one) => !isMeant(one) && !isClosed(calendar.dayOn(dayOf(one.startsAt))));
}

/** Sessions ahead in one year, by cohort: to be looked at again once that year's notice is out. */
export async function cohortsToReview(query: QueryFunction, now: number, year: number): Promise<CohortToReview[]> {
  const cohorts = new Map<string, CohortToReview>();
  for (const { cohort, startsAt } of await sessionsAhead(query, now)) {
    const day = dayOf(startsAt);
    if (!day.startsWith(String(year))) continue;
    const counted = cohorts.get(cohort);
    cohorts.set(cohort, { cohort, sessions: (counted?.sessions ?? 0) + 1, first: counted?.first ?? day, last: day });
  }
  return [...cohorts.values()];
}

function sessionsAhead(query: QueryFunction, now: number): Promise<SessionAhead[]> {
  return query<SessionAhead>(sql`
    SELECT s.id AS "id", c.code AS "cohort", s.number AS "number", s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.meant_day AS "meantDay"
    FROM session s JOIN cohort c ON c.id = s.cohort_id WHERE s.state = 'planned' AND s.starts_at > ${now} ORDER BY s.starts_at, s.id`);
}

function isMeant({ startsAt, meantDay }: SessionAhead): boolean {
  return meantDay === dayOf(startsAt);
}

function onClosedDays(sessions: readonly SessionAhead[], calendar: AcademyCalendar): AffectedSession[] {
  return sessions.flatMap((session) => {
    const day = calendar.dayOn(dayOf(session.startsAt));
    return isClosed(day) && day.name ? [{ ...session, dayName: day.name }] : [];
  });
}
