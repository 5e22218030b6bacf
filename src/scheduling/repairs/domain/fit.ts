import type { Refusal } from '../../../platform/refusals.js';
import {
  type CohortFacts,
  instructorsWhoMay,
  ledInsteadBy,
  type ProposedSlot,
  type RoomFacts,
  type Span,
  type Teaching,
  type Timetable,
  type TimetableRefusalCode,
} from '../../core/domain/index.js';

/** A slot for a session without any refusal. */
export interface Fit {
  readonly proposed: ProposedSlot;
  readonly otherRoom: boolean;
  /** Number of changed instructors. */
  readonly otherPeople: number;
}

export type FitOutcome =
  { readonly fit: Fit } | { readonly fit: null; readonly against: readonly Refusal<TimetableRefusalCode>[] };

const ROOMS_TRIED = 6;

/**
 * Fits a session at a time with the fewest other changes: unchanged, another room, another instructor, or both.
 * Refusals are those of the unchanged session.
 */
export function fitAt(
  timetable: Timetable,
  original: { readonly proposed: ProposedSlot; readonly cohort: CohortFacts },
  span: Span,
): FitOutcome {
  const { cohort } = original;
  const proposed = { ...original.proposed, startsAt: span.startsAt, endsAt: span.endsAt };
  const against = timetable.judge(proposed, cohort);
  if (against.length === 0) return { fit: { proposed, otherRoom: false, otherPeople: 0 } };
  // Neither another room nor another instructor helps against a cohort that sits elsewhere
  // or a licence that has run out.
  if (!against.every(({ code }) => isOfRoom(code) || isOfPeople(code))) return { fit: null, against };
  const team = against.some(({ code }) => isOfPeople(code))
    ? teamInstead(timetable, proposed, cohort)
    : { instructors: proposed.instructors, others: 0 };
  if (team === null) return { fit: null, against };
  const taught = { ...proposed, instructors: team.instructors };
  const rooms = against.some(({ code }) => isOfRoom(code)) ? roomsInstead(timetable, taught, cohort) : [taught];
  const well = rooms.find((one) => timetable.judge(one, cohort).length === 0);
  return well
    ? { fit: { proposed: well, otherRoom: well.roomId !== proposed.roomId, otherPeople: team.others } }
    : { fit: null, against };
}

const LEADS_TRIED = 4;

/**
 * All variants of the session at a time, in each large enough room and with each qualified lead, even if taken: shows
 * which sessions are in the way.
 */
export function waysAt(
  timetable: Timetable,
  { proposed: original, cohort }: { readonly proposed: ProposedSlot; readonly cohort: CohortFacts },
  span: Span,
): ProposedSlot[] {
  const proposed = { ...original, startsAt: span.startsAt, endsAt: span.endsAt };
  const leads = proposed.instructors.some(({ role }) => role === 'lead')
    ? instructorsWhoMay(timetable, { proposed, cohort }).slice(0, LEADS_TRIED)
    : [];
  const rooms = proposed.roomId === null ? [] : roomsThatSeat(timetable, proposed, cohort).slice(0, ROOMS_TRIED);
  return [
    proposed,
    ...rooms,
    ...leads.map(({ id }) => ({ ...proposed, instructors: ledInsteadBy(proposed.instructors, id) })),
  ];
}

export function isOfRoom(code: string): boolean {
  return code.startsWith('room');
}

export function isOfPeople(code: string): boolean {
  return code.startsWith('instructor');
}

/**
 * Keeps available instructors and replaces each unavailable one by the first qualified free one. Null if there is none.
 */
function teamInstead(
  timetable: Timetable,
  proposed: ProposedSlot,
  cohort: CohortFacts,
): { instructors: Teaching[]; others: number } | null {
  const alone = { ...proposed, roomId: null, licences: [] };
  const can = (instructors: readonly Teaching[]) =>
    timetable.judge({ ...alone, instructors }, cohort).every(({ code }) => !isOfPeople(code));
  const instructors: Teaching[] = [];
  let others = 0;
  for (const teaching of proposed.instructors) {
    if (can([teaching])) {
      instructors.push(teaching);
      continue;
    }
    const taken = new Set([...proposed.instructors, ...instructors].map((one) => one.instructorId));
    const instead = instructorsWhoMay(timetable, { proposed, cohort })
      .filter(({ id }) => !taken.has(id))
      .map(({ id }): Teaching => ({ instructorId: id, role: teaching.role }))
      .find((one) => can([one]));
    if (!instead) return null;
    instructors.push(instead);
    others += 1;
  }
  return { instructors, others };
}

function roomsInstead(timetable: Timetable, proposed: ProposedSlot, cohort: CohortFacts): ProposedSlot[] {
  return roomsThatSeat(timetable, proposed, cohort)
    .filter((one) => timetable.index.isFree({ ...one, instructors: [] }))
    .slice(0, ROOMS_TRIED);
}

/** Rooms that seat the cohort and have all features of its own room, smallest first. */
function roomsThatSeat(timetable: Timetable, proposed: ProposedSlot, cohort: CohortFacts): ProposedSlot[] {
  const features = (proposed.roomId === null ? undefined : timetable.rooms.get(proposed.roomId))?.features ?? [];
  const lacks = (room: RoomFacts) => features.filter((feature) => !room.features.includes(feature)).length;
  return [...timetable.rooms.values()]
    .filter(
      (room) => !room.closed && room.seats >= cohort.seatsNeeded && room.id !== proposed.roomId && lacks(room) === 0,
    )
    .sort((a, b) => a.seats - b.seats || (a.id < b.id ? -1 : 1))
    .map((room) => ({ ...proposed, roomId: room.id, setUp: room.setUp, clearAway: room.clearAway }));
}
