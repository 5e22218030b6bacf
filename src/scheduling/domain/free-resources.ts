import type { Placing } from './placed-session.js';
import type { SessionIndex } from './session-index.js';

export interface RoomOnOffer {
  readonly id: string;
  readonly seats: number;
}

/** Rooms free at the session's time with seats enough: the smallest that fits first, large rooms stay for large cohorts. */
export function freeRoomsThatFit<Room extends RoomOnOffer>(
  placing: Placing,
  { rooms, seatsNeeded, index }: { readonly rooms: readonly Room[]; readonly seatsNeeded: number; readonly index: SessionIndex },
): Room[] {
  return rooms
    .filter((room) => room.seats >= seatsNeeded && isFreeFor(index, { ...placing, roomId: room.id }, 'room'))
    .sort((a, b) => a.seats - b.seats);
}

/** Of the instructors given (those qualified on the day), the ones whom no other session holds at its time; order kept. */
export function freeInstructors<Instructor extends { readonly id: string }>(
  placing: Placing,
  { qualified, index }: { readonly qualified: readonly Instructor[]; readonly index: SessionIndex },
): Instructor[] {
  return qualified.filter((instructor) => isFreeFor(index, { ...placing, instructorId: instructor.id }, 'instructor'));
}

function isFreeFor(index: SessionIndex, placing: Placing, resource: 'room' | 'instructor'): boolean {
  return index.clashesOf(placing).every((clash) => clash.resource !== resource);
}
