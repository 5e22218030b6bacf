import type { Refusal } from '../../../platform/refusals.js';
import type { SessionSlot } from './placed-session.js';
import type { TimetableRefusalCode } from './refusals.js';
import type { Timetable } from './timetable.js';

export interface CurrentSlot {
  readonly id: string;
  readonly cohortId: string;
  readonly slot: SessionSlot;
  /** The override reason. */
  readonly overrideReason: string | null;
}

interface Owner {
  readonly kind: 'room' | 'instructor';
  readonly id: string;
}

const OF_A_ROOM: readonly TimetableRefusalCode[] = [
  'roomIsClosed',
  'roomIsShutThen',
  'roomOutsideHours',
  'roomTooSmall',
  'roomIsTaken',
];
const OF_AN_INSTRUCTOR: readonly TimetableRefusalCode[] = [
  'instructorHasLeft',
  'instructorIsAbsent',
  'instructorOutsideHours',
  'instructorTaughtEnoughThatDay',
  'instructorTaughtEnoughThatWeek',
  'instructorNotQualified',
  'instructorNotQualifiedOnTheDate',
  'instructorIsTaken',
];
/** Closures, absences and double bookings are reported even for sessions with an override. */
const EVEN_IF_OVERRIDDEN: readonly TimetableRefusalCode[] = [
  'roomIsClosed',
  'roomIsShutThen',
  'roomIsTaken',
  'instructorHasLeft',
  'instructorIsAbsent',
  'instructorIsTaken',
];

/** Re-checks an existing session with the rules that concern its room or instructor and the current facts. */
export function findingsOf(
  timetable: Timetable,
  { id, cohortId, slot, overrideReason }: CurrentSlot,
  owner: Owner,
): Refusal<TimetableRefusalCode>[] {
  const session = timetable.index.get(id);
  if (!session) return [];
  const theirs =
    owner.kind === 'room'
      ? { ...slot, instructors: [], licences: [] }
      : {
          ...slot,
          roomId: null,
          licences: [],
          instructors: slot.instructors.filter((one) => one.instructorId === owner.id),
        };
  const codes = overrideReason === null ? (owner.kind === 'room' ? OF_A_ROOM : OF_AN_INSTRUCTOR) : EVEN_IF_OVERRIDDEN;
  return timetable
    .judge(timetable.proposedSlot({ id, cohortId, slot: theirs }), session)
    .filter(({ code }) => codes.includes(code));
}
