import sql from 'sql-template-tag';
import { type QueryFunction, dayOf } from '../../../platform/index.js';
import {
  type AcademyCalendar,
  academyCalendar,
  isClosed,
  type BilingualName,
  type SupposedNotice,
} from '../../core/index.js';

interface SessionAhead {
  readonly id: string;
  readonly cohort: string;
  readonly number: number;
  readonly startsAt: number;
  readonly endsAt: number;
  /** The closed day on which it is held intentionally. */
  readonly meantDay: string | null;
}

/** A session ahead on a holiday or closure. */
export interface AffectedSession extends SessionAhead {
  readonly dayName: BilingualName;
}

/** A cohort's sessions ahead in a year without a published notice. */
export interface CohortToReview {
  readonly cohort: string;
  readonly sessions: number;
  /** Days of the first and last session. */
  readonly first: string;
  readonly last: string;
}

/** Sessions ahead on closed days, including those held there intentionally. */
export async function sessionsOnClosedDays(
  query: QueryFunction,
  now: number,
): Promise<{ affected: AffectedSession[]; meant: AffectedSession[] }> {
  const all = onClosedDays(await sessionsAhead(query, now), await academyCalendar(query));
  return { affected: all.filter((one) => !isMeant(one)), meant: all.filter(isMeant) };
}

/** Those that are not intended and have to be checked. */
export async function affectedByClosedDays(query: QueryFunction, now: number): Promise<readonly AffectedSession[]> {
  return (await sessionsOnClosedDays(query, now)).affected;
}

/** Sessions ahead on these days. */
export async function sessionsOnDays(
  query: QueryFunction,
  now: number,
  { dates, dayName }: { readonly dates: readonly string[]; readonly dayName: BilingualName },
): Promise<AffectedSession[]> {
  return (await sessionsAhead(query, now))
    .filter(({ startsAt }) => dates.includes(dayOf(startsAt)))
    .map((session) => ({ ...session, dayName }));
}

/** Sessions ahead on days that would be closed by the change. */
export async function sessionsThatWouldClose(
  query: QueryFunction,
  now: number,
  supposed: SupposedNotice,
): Promise<AffectedSession[]> {
  const calendar = await academyCalendar(query);
  const would = onClosedDays(await sessionsAhead(query, now), await academyCalendar(query, supposed));
  return would.filter((one) => !isMeant(one) && !isClosed(calendar.dayOn(dayOf(one.startsAt))));
}

/** Sessions ahead in one year by cohort, to be checked once that year's notice is published. */
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
