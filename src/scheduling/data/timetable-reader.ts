import { Injectable } from '@nestjs/common';
import { type Ask, Clock, dayOf, daysAfter, instantOf, Reads } from '../../platform/index.js';
import { freeInstructors, freeRoomsThatFit } from '../domain/free-resources.js';
import { type FreeTime, nearestFreeTimes } from '../domain/nearest-free-times.js';
import type { Placing } from '../domain/placed-session.js';
import { isQualifiedOn } from '../domain/qualification.js';
import { SessionIndex } from '../domain/session-index.js';
import { academyCalendar } from './academy-days.js';
import { instructors, type InstructorRow, qualifications, type RoomRow, rooms } from './resource-queries.js';
import { cohortForTimetable, type CohortForTimetable, placedSessions } from './timetable-facts.js';
import { sessionById, type SessionRow, sessionsOfCohort, type SessionsWanted, sessionsWanted } from './timetable-queries.js';

/** What would let a session stand that clashes where it is wanted; each is free at this moment. */
export interface Cures {
  readonly times: readonly FreeTime[];
  readonly rooms: readonly RoomRow[];
  readonly instructors: readonly InstructorRow[];
}

const DAYS_AROUND = 21;
const MOST_CURES = 3;

/** The timetable as pages read it. */
@Injectable()
export class TimetableReader {
  readonly ask: Ask = (query) => this.reads.all(query);

  constructor(private readonly reads: Reads, private readonly clock: Clock) {}

  cohort(code: string): Promise<CohortForTimetable | null> {
    return cohortForTimetable(this.ask, { code });
  }

  session(id: string): Promise<SessionRow | null> {
    return sessionById(this.ask, id);
  }

  ofCohort(cohortId: string): Promise<SessionRow[]> {
    return sessionsOfCohort(this.ask, cohortId);
  }

  sessions(wanted: SessionsWanted): Promise<SessionRow[]> {
    return sessionsWanted(this.ask, wanted);
  }

  openRooms(): Promise<RoomRow[]> {
    return rooms(this.ask).then((all) => all.filter((room) => room.closedAt === null));
  }

  /** Those who may teach the course on the day, by name. */
  async qualifiedOn(date: string, courseId: string): Promise<InstructorRow[]> {
    const known = await qualifications(this.ask);
    return (await instructors(this.ask)).filter((one) =>
      one.retiredAt === null && isQualifiedOn(date, courseId, known.filter((held) => held.instructorId === one.id)));
  }

  /** The nearest times at which everything is free, the rooms that fit and the qualified who are free at the wanted time. */
  async curesFor(placing: Placing, cohort: CohortForTimetable): Promise<Cures> {
    const day = dayOf(placing.startsAt);
    const [from, until] = [instantOf(daysAfter(day, -DAYS_AROUND), '00:00'), instantOf(daysAfter(day, DAYS_AROUND + 1), '00:00')];
    const around = new SessionIndex(await placedSessions(this.ask, { from, until, holders: placing }));
    const then = new SessionIndex(await placedSessions(this.ask, { from: placing.startsAt, until: placing.endsAt }));
    const qualified = await this.qualifiedOn(day, cohort.courseId);
    return {
      times: nearestFreeTimes({ placing, index: around, calendar: await academyCalendar(this.ask), notBefore: this.clock.now(), count: MOST_CURES }),
      rooms: freeRoomsThatFit(placing, { rooms: await this.openRooms(), seatsNeeded: cohort.capacity, index: then }).slice(0, MOST_CURES),
      instructors: freeInstructors(placing, { qualified, index: then }).filter((one) => one.id !== placing.instructorId).slice(0, MOST_CURES),
    };
  }
}
