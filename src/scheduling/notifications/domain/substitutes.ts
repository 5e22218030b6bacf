import { dayOf, daysAfter, instantOf } from '../../../platform/clock.js';
import type { Refusal } from '../../../platform/refusals.js';
import {
  type CohortFacts,
  type InstructorFacts,
  instructorsWhoMay,
  type PlacedSession,
  type ProposedSlot,
  type SessionSlot,
  type Span,
  type Timetable,
  type TimetableRefusalCode,
  weekOf,
} from '../../core/domain/index.js';
import { A_MINUTE } from '../../../platform/durations.js';

/** A qualified instructor, and why they cannot take over the session. */
export interface Substitute {
  readonly instructor: InstructorFacts;
  /** The slot with this instructor. */
  readonly slot: SessionSlot;
  /** Empty if free. */
  readonly against: readonly Refusal<TimetableRefusalCode>[];
  /** Minutes taught in the session's week, without this session. */
  readonly minutesThatWeek: number;
  /** Their other sessions of that day, by start. */
  readonly thatDay: readonly PlacedSession[];
  /** Minutes between the session and the nearest of these; null if there are none. */
  readonly minutesApart: number | null;
}

export interface Vacancy {
  readonly proposed: ProposedSlot;
  readonly cohort: CohortFacts;
  /** The instructor to replace; null to find a lead for a session without one. */
  readonly insteadOf: string | null;
}

/**
 * Instructors qualified on that day who are not part of the session: free ones first, then those with the fewest hours
 * that week.
 */
export function substitutesFor(timetable: Timetable, { proposed, cohort, insteadOf }: Vacancy): Substitute[] {
  const day = dayOf(proposed.startsAt);
  const wholeDay: Span = { startsAt: instantOf(day, '00:00'), endsAt: instantOf(daysAfter(day, 1), '00:00') };
  const whatElse = new Set(timetable.judge(proposed, cohort).map(keyOf));
  return instructorsWhoMay(timetable, { proposed, cohort })
    .map((instructor): Substitute => {
      const replacement = { ...proposed, instructors: replaced(proposed, insteadOf, instructor.id) };
      const thatDay = timetable.index.taughtDuring(instructor.id, wholeDay, proposed.id);
      const week = timetable.index.taughtDuring(instructor.id, weekOf(day), proposed.id);
      const { startsAt, endsAt, roomId, instructors, licences } = replacement;
      return {
        instructor,
        slot: { startsAt, endsAt, roomId, instructors, licences },
        thatDay,
        minutesThatWeek: week.reduce((sum, one) => sum + (one.endsAt - one.startsAt) / A_MINUTE, 0),
        // Leave out refusals that the session has anyway.
        against: timetable.judge(replacement, cohort).filter((reason) => !whatElse.has(keyOf(reason))),
        minutesApart: thatDay.length === 0 ? null : Math.min(...thatDay.map((other) => apart(proposed, other))),
      };
    })
    .sort(
      (one, other) =>
        Number(one.against.length > 0) - Number(other.against.length > 0) ||
        one.minutesThatWeek - other.minutesThatWeek,
    );
}

function replaced(
  { instructors }: ProposedSlot,
  insteadOf: string | null,
  instructorId: string,
): SessionSlot['instructors'] {
  const absent = instructors.find((one) => one.instructorId === insteadOf);
  if (!absent) return [{ instructorId, role: 'lead' }, ...instructors.filter(({ role }) => role !== 'lead')];
  return instructors.map((one) => (one === absent ? { instructorId, role: absent.role } : one));
}

function apart(one: Span, other: Span): number {
  return Math.max(0, Math.max(one.startsAt - other.endsAt, other.startsAt - one.endsAt)) / A_MINUTE;
}

function keyOf({ code, data }: Refusal): string {
  return `${code} ${JSON.stringify(data)}`;
}
