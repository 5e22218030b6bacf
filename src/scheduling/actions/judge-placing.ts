import { refuse, type Refusal, type Transaction } from '../../platform/index.js';
import { type CohortForTimetable, instructorFacts, placedSessions, roomFacts } from '../data/timetable-facts.js';
import type { Placing } from '../domain/placed-session.js';
import { SessionIndex } from '../domain/session-index.js';
import type { SessionRefusalCode, TimetableRefusalCode } from '../domain/refusals.js';
import { timetableIsFree } from '../domain/rules.js';

type Code = TimetableRefusalCode | SessionRefusalCode;

/** Everything that forbids these placings of one cohort, which share room and instructor; asked after locking them. */
export async function judgePlacings(tx: Transaction, cohort: CohortForTimetable, placings: readonly Placing[]): Promise<Refusal<Code>[]> {
  const [first] = placings;
  if (!first) return [];
  const ask = <Row>(query: Parameters<Transaction['rows']>[0]) => tx.rows<Row>(query);
  const { roomId, instructorId } = first;
  const room = roomId === null ? null : await roomFacts(ask, roomId);
  const instructor = instructorId === null ? null : await instructorFacts(ask, instructorId);
  if (roomId !== null && !room) return [refuse('roomUnknown', {}, 'roomId')];
  if (instructorId !== null && !instructor) return [refuse('instructorUnknown', {}, 'instructorId')];
  const [from, until] = [Math.min(...placings.map((one) => one.startsAt)), Math.max(...placings.map((one) => one.endsAt))];
  const index = new SessionIndex(await placedSessions(ask, { from, until, holders: { cohortId: cohort.id, roomId, instructorId } }));
  return placings.flatMap((placing) => timetableIsFree({
    now: tx.now, placing, clashes: index.clashesOf(placing), courseId: cohort.courseId, seatsNeeded: cohort.capacity, room, instructor,
  }));
}
