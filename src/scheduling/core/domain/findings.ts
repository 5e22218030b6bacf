import type { Refusal } from '../../../platform/refusals.js';
import type { SessionSlot } from './placed-session.js';
import type { TimetableRefusalCode } from './refusals.js';
import type { Timetable } from './timetable.js';

export interface CurrentSlot {
  readonly id: string;
  readonly cohortId: string;
  readonly place: SessionSlot;
  /** Why it was let stand although a rule spoke against it. */
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
/**
 * A room that is shut or taken, a person who is away or elsewhere:
 * no earlier reason to let a session stand speaks for that.
 */
const EVEN_IF_OVERRIDDEN: readonly TimetableRefusalCode[] = [
  'roomIsClosed',
  'roomIsShutThen',
  'roomIsTaken',
  'instructorHasLeft',
  'instructorIsAbsent',
  'instructorIsTaken',
];

/**
 * What a room or an instructor now says against a session that stands: the same rules that judged it when it was
 * placed, asked again as the facts are today. Rules of others who share the session are left out.
 */
export function findingsOf(
  timetable: Timetable,
  { id, cohortId, place, overrideReason }: CurrentSlot,
  owner: Owner,
): Refusal<TimetableRefusalCode>[] {
  const session = timetable.index.get(id);
  if (!session) return [];
  const theirs =
    owner.kind === 'room'
      ? { ...place, instructors: [], licences: [] }
      : {
          ...place,
          roomId: null,
          licences: [],
          instructors: place.instructors.filter((one) => one.instructorId === owner.id),
        };
  const codes = overrideReason === null ? (owner.kind === 'room' ? OF_A_ROOM : OF_AN_INSTRUCTOR) : EVEN_IF_OVERRIDDEN;
  return timetable
    .judge(timetable.placing({ id, cohortId, place: theirs }), session)
    .filter(({ code }) => codes.includes(code));
}
