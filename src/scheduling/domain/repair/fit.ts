import type { Refusal } from '../../../platform/refusals.js';
import { instructorsWhoMay } from '../cures.js';
import type { Placing, Span, Teaching } from '../placed-session.js';
import type { TimetableRefusalCode } from '../refusals.js';
import type { Timetable } from '../timetable.js';
import type { CohortFacts, RoomFacts } from '../timetable-facts.js';

/** A session as it could stand: nothing at all speaks against it. */
export interface Fit {
  readonly placing: Placing;
  readonly otherRoom: boolean;
  /** How many of those who teach are others than before. */
  readonly otherPeople: number;
}

export type FitOutcome = { readonly fit: Fit } | { readonly fit: null; readonly against: readonly Refusal<TimetableRefusalCode>[] };

const ROOMS_TRIED = 6;

/**
 * The session at a time with as little else changed as can be: as it is, in another room, with somebody else in place of
 * who cannot, or both. What speaks against it is told of the session as it is.
 */
export function fitAt(timetable: Timetable, wanted: { readonly placing: Placing; readonly cohort: CohortFacts }, span: Span): FitOutcome {
  const { cohort } = wanted;
  const placing = { ...wanted.placing, startsAt: span.startsAt, endsAt: span.endsAt };
  const against = timetable.judge(placing, cohort);
  if (against.length === 0) return { fit: { placing, otherRoom: false, otherPeople: 0 } };
  // Neither another room nor another instructor helps against a cohort that sits elsewhere or a licence that has run out.
  if (!against.every(({ code }) => isOfRoom(code) || isOfPeople(code))) return { fit: null, against };
  const team = against.some(({ code }) => isOfPeople(code)) ? teamInstead(timetable, placing, cohort) : { instructors: placing.instructors, others: 0 };
  if (team === null) return { fit: null, against };
  const taught = { ...placing, instructors: team.instructors };
  const rooms = against.some(({ code }) => isOfRoom(code)) ? roomsInstead(timetable, taught, cohort) : [taught];
  const well = rooms.find((one) => timetable.judge(one, cohort).length === 0);
  return well ? { fit: { placing: well, otherRoom: well.roomId !== placing.roomId, otherPeople: team.others } } : { fit: null, against };
}

export function isOfRoom(code: string): boolean {
  return code.startsWith('room');
}

export function isOfPeople(code: string): boolean {
  return code.startsWith('instructor');
}

/** Everybody who can teaches on; each who cannot is replaced by the first who may and can. Null where nobody can. */
function teamInstead(timetable: Timetable, placing: Placing, cohort: CohortFacts): { instructors: Teaching[]; others: number } | null {
  const alone = { ...placing, roomId: null, licences: [] };
  const can = (instructors: readonly Teaching[]) => timetable.judge({ ...alone, instructors }, cohort).every(({ code }) => !isOfPeople(code));
  const instructors: Teaching[] = [];
  let others = 0;
  for (const teaching of placing.instructors) {
    if (can([teaching])) {
      instructors.push(teaching);
      continue;
    }
    const taken = new Set([...placing.instructors, ...instructors].map((one) => one.instructorId));
    const instead = instructorsWhoMay(timetable, { placing, cohort }).filter(({ id }) => !taken.has(id))
      .map(({ id }): Teaching => ({ instructorId: id, role: teaching.role })).find((one) => can([one]));
    if (!instead) return null;
    instructors.push(instead);
    others += 1;
  }
  return { instructors, others };
}

/** Rooms that seat the cohort and are free, those with all that its own has first, then the smallest. */
function roomsInstead(timetable: Timetable, placing: Placing, cohort: CohortFacts): Placing[] {
  const features = (placing.roomId === null ? undefined : timetable.rooms.get(placing.roomId))?.features ?? [];
  const lacks = (room: RoomFacts) => features.filter((feature) => !room.features.includes(feature)).length;
  return [...timetable.rooms.values()]
    .filter((room) => !room.closed && room.seats >= cohort.seatsNeeded && room.id !== placing.roomId && lacks(room) === 0)
    .sort((a, b) => a.seats - b.seats || (a.id < b.id ? -1 : 1))
    .map((room) => ({ ...placing, roomId: room.id, setUp: room.setUp, clearAway: room.clearAway }))
    .filter((one) => timetable.index.isFree({ ...one, instructors: [] })).slice(0, ROOMS_TRIED);
}
