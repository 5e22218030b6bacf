import { dayOf } from '../../../platform/clock.js';
import { refuse, type Refusal } from '../../../platform/refusals.js';
import {
  bothNames,
  cohortStillRuns,
  isClosed,
  mayBeOverridden,
  type PlacedSession,
  type Timetable,
} from '../../core/domain/index.js';
import type { AffectedSession, RepairCohort, RepairReasonCode, RepairScope } from './repair.js';

/**
 * All sessions ahead that cannot stay as they are, by start: holiday or closure, closed room, absent or unqualified
 * instructor, expired licence, or a clash. Never a session that has begun.
 */
export function affectedSessions(timetable: Timetable, scope: RepairScope): AffectedSession[] {
  return [...timetable.index.all()]
    .filter((session) => cohortOfMovable(timetable, scope, session) !== null)
    .sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1))
    .map((session) => ({ session, reasons: whatForbids(timetable, scope, session) }))
    .filter(({ reasons }) => reasons.length > 0);
}

/** The cohort of a session that may move; null if it has begun, was held, or its cohort is over. */
export function cohortOfMovable(
  timetable: Timetable,
  { cohorts, fixed }: RepairScope,
  session: PlacedSession,
): RepairCohort | null {
  const cohort = cohorts.get(session.cohortId);
  return cohort && session.startsAt > timetable.now && !fixed.has(session.id) && cohortStillRuns(cohort) === null
    ? cohort
    : null;
}

/** All refusals of a session's current slot, except overridden rules and intended closed days. */
export function whatForbids(
  timetable: Timetable,
  scope: RepairScope,
  session: PlacedSession,
): Refusal<RepairReasonCode>[] {
  const cohort = scope.cohorts.get(session.cohortId);
  return cohort
    ? [
        ...dayForbids(timetable, session, scope),
        ...timetable.judge(session, cohort).filter((reason) => !isLetStand(reason, session, scope)),
      ]
    : [];
}

function dayForbids(
  { calendar }: Timetable,
  { id, startsAt }: PlacedSession,
  { meantDays }: RepairScope,
): Refusal<RepairReasonCode>[] {
  const day = calendar.dayOn(dayOf(startsAt));
  return isClosed(day) && meantDays.get(id) !== day.date
    ? [refuse('dayIsClosed', { day: day.date, kind: day.kind, ...bothNames('day', day.name) })]
    : [];
}

function isLetStand(reason: Refusal, { id }: PlacedSession, { letStand }: RepairScope): boolean {
  return letStand.has(id) && mayBeOverridden(reason);
}
