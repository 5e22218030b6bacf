import { ledBy, type SessionSlot, type Span } from '../../../../../src/scheduling/core/domain/placed-session.js';
import type { WeeklyPattern } from '../../../../../src/scheduling/patterns/domain/weekly-pattern.js';
import { type Slot } from './cohort-slots.js';
import type { PlacedCourse } from '../course.js';
import { ROOMS } from '../rooms.js';
import type { DemoDelivery } from './planned-cohort.js';

/** What a cohort needs: a slot for this course, with so many seats. */
export interface Wish {
  readonly slot: Slot;
  readonly at: number;
  readonly course: PlacedCourse;
  readonly delivery: DemoDelivery;
  readonly capacity: number;
}

export interface Laid {
  readonly pattern: WeeklyPattern;
  readonly sessions: readonly Span[];
  readonly startsOn: string;
  readonly endsOn: string;
  readonly holders: Holders;
}

export interface Holders {
  readonly roomId: string | null;
  readonly instructorId: string;
  readonly pool: number | null;
}

/** Rooms, instructors and pools are identified by their index in the content, because they have no ids yet. */
export function placeOf(wish: Wish, span: Span, { roomId, instructorId, pool }: Holders): SessionSlot {
  return {
    ...span,
    roomId,
    instructors: ledBy(instructorId),
    licences: pool === null ? [] : [{ poolId: String(pool), seats: wish.capacity }],
  };
}

/** The smallest that fits first; labs for courses that need computers, lecture rooms for the rest. */
export function roomsFor({ course, delivery, capacity }: Wish): (string | null)[] {
  if (delivery === 'online') return [null];
  const kind = course.lab ? 'lab' : 'room';
  return ROOMS.filter((room) => room.seats >= capacity && room.kind === kind)
    .sort((a, b) => a.seats - b.seats)
    .map(({ code }) => code);
}
