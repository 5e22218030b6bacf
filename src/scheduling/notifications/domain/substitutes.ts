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

/** Somebody qualified who could take a session over, or why they cannot. */
export interface Substitute {
  readonly instructor: InstructorFacts;
  /** The session with them in it. */
  readonly place: SessionSlot;
  /** Empty: they are free. */
  readonly against: readonly Refusal<TimetableRefusalCode>[];
  /** Minutes that they teach in the session's week, without it. */
  readonly minutesThatWeek: number;
  /** Their other sessions of that day, by start. */
  readonly thatDay: readonly PlacedSession[];
  /** Minutes between the session and the nearest of these; null: they have none. */
  readonly minutesApart: number | null;
}

export interface Vacancy {
  readonly placing: ProposedSlot;
  readonly cohort: CohortFacts;
  /** Who cannot; null: nobody is there yet, and the lead is wanted. */
  readonly insteadOf: string | null;
}

/**
 * Who may teach the course on that day and is not in the session already:
 * those who are free first, then those who teach least that week.
 */
export function substitutesFor(timetable: Timetable, { placing, cohort, insteadOf }: Vacancy): Substitute[] {
  const day = dayOf(placing.startsAt);
  const wholeDay: Span = { startsAt: instantOf(day, '00:00'), endsAt: instantOf(daysAfter(day, 1), '00:00') };
  const whatElse = new Set(timetable.judge(placing, cohort).map(keyOf));
  return instructorsWhoMay(timetable, { placing, cohort })
    .map((instructor): Substitute => {
      const wanted = { ...placing, instructors: replaced(placing, insteadOf, instructor.id) };
      const thatDay = timetable.index.taughtDuring(instructor.id, wholeDay, placing.id);
      const week = timetable.index.taughtDuring(instructor.id, weekOf(day), placing.id);
      const { startsAt, endsAt, roomId, instructors, licences } = wanted;
      return {
        instructor,
        place: { startsAt, endsAt, roomId, instructors, licences },
        thatDay,
        minutesThatWeek: week.reduce((sum, one) => sum + (one.endsAt - one.startsAt) / A_MINUTE, 0),
        // What already speaks against the session as it stands is no fault of theirs.
        against: timetable.judge(wanted, cohort).filter((reason) => !whatElse.has(keyOf(reason))),
        minutesApart: thatDay.length === 0 ? null : Math.min(...thatDay.map((other) => apart(placing, other))),
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
  const known = instructors.find((one) => one.instructorId === insteadOf);
  if (!known) return [{ instructorId, role: 'lead' }, ...instructors.filter(({ role }) => role !== 'lead')];
  return instructors.map((one) => (one === known ? { instructorId, role: known.role } : one));
}

function apart(one: Span, other: Span): number {
  return Math.max(0, Math.max(one.startsAt - other.endsAt, other.startsAt - one.endsAt)) / A_MINUTE;
}

function keyOf({ code, data }: Refusal): string {
  return `${code} ${JSON.stringify(data)}`;
}
