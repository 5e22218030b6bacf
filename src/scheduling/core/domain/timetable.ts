import { dayOf, daysAfter, instantOf, weekdayOf } from '../../../platform/clock.js';
import type { Refusal } from '../../../platform/refusals.js';
import type { AcademyCalendar } from './academy-calendar.js';
import type { PlacedSession, ProposedSlot, SessionSlot, Span } from './placed-session.js';
import type { TimetableRefusalCode } from './refusals.js';
import type { NeedFacts, TeachingFacts } from './rules/slot-facts.js';
import { timetableIsFree } from './rules/timetable-rules.js';
import { SessionIndex } from './session-index.js';
import type { CohortFacts, InstructorFacts, PoolFacts, RoomFacts } from './timetable-facts.js';
import { A_MINUTE } from '../../../platform/durations.js';

export interface TimetableParts {
  readonly sessions: Iterable<PlacedSession>;
  readonly rooms: readonly RoomFacts[];
  readonly instructors: readonly InstructorFacts[];
  readonly pools: readonly PoolFacts[];
  readonly calendar: AcademyCalendar;
  readonly now: number;
}

export interface SlotRequest {
  /** Null for a session that does not exist yet. */
  readonly id: string | null;
  readonly cohortId: string;
  readonly slot: SessionSlot;
}

/** The facts for checking sessions in a span, used by pages, actions and repairs alike. */
export class Timetable {
  readonly index: SessionIndex;
  readonly rooms: ReadonlyMap<string, RoomFacts>;
  readonly instructors: ReadonlyMap<string, InstructorFacts>;
  readonly pools: ReadonlyMap<string, PoolFacts>;
  readonly calendar: AcademyCalendar;
  readonly now: number;

  constructor({ sessions, rooms, instructors, pools, calendar, now }: TimetableParts) {
    this.index = new SessionIndex(sessions);
    this.rooms = new Map(rooms.map((one) => [one.id, one]));
    this.instructors = new Map(instructors.map((one) => [one.id, one]));
    this.pools = new Map(pools.map((one) => [one.id, one]));
    this.calendar = calendar;
    this.now = now;
  }

  /** Adds the room's margins to a slot request. */
  proposedSlot({ id, cohortId, slot }: SlotRequest): ProposedSlot {
    const room = slot.roomId === null ? undefined : this.rooms.get(slot.roomId);
    return { ...slot, id, cohortId, setUp: room?.setUp ?? 0, clearAway: room?.clearAway ?? 0 };
  }

  /** All refusals of a slot. Its room, instructors and pools must be part of this timetable. */
  judge(proposed: ProposedSlot, cohort: CohortFacts): Refusal<TimetableRefusalCode>[] {
    return timetableIsFree({
      now: this.now,
      proposed,
      cohort,
      clashes: this.index.clashesOf(proposed),
      room: proposed.roomId === null ? null : (this.rooms.get(proposed.roomId) ?? null),
      instructors: proposed.instructors.flatMap(({ instructorId }) => this.#teaching(instructorId, proposed)),
      pools: proposed.licences.flatMap((need) => this.#need(need, proposed)),
    });
  }

  #teaching(instructorId: string, proposed: ProposedSlot): TeachingFacts[] {
    const instructor = this.instructors.get(instructorId);
    if (!instructor) return [];
    if (instructor.mostMinutesPerDay === null && instructor.mostMinutesPerWeek === null)
      return [{ instructor, minutesThatDay: 0, minutesThatWeek: 0 }];
    const minutes = (span: Span) =>
      this.index
        .taughtDuring(instructorId, span, proposed.id)
        .reduce((sum, one) => sum + (one.endsAt - one.startsAt) / A_MINUTE, 0);
    const day = dayOf(proposed.startsAt);
    return [{ instructor, minutesThatDay: minutes(daysFrom(day, 1)), minutesThatWeek: minutes(weekOf(day)) }];
  }

  #need(need: ProposedSlot['licences'][number], proposed: ProposedSlot): NeedFacts[] {
    const pool = this.pools.get(need.poolId);
    return pool ? [{ pool, need, use: this.index.poolUse(need.poolId, proposed) }] : [];
  }
}

/** From a day's midnight on. */
function daysFrom(day: string, days: number): Span {
  return { startsAt: instantOf(day, '00:00'), endsAt: instantOf(daysAfter(day, days), '00:00') };
}

/** Monday to Sunday. */
export function weekOf(day: string): Span {
  return daysFrom(daysAfter(day, 1 - weekdayOf(day)), 7);
}
