import { clockOf, dayOf, type Speaker, type Typed } from '../../platform/index.js';
import type { Cures } from '../data/timetable-reader.js';
import { instructorSaid, roomSaid, spanSaid } from './said.js';

export interface CureLink {
  readonly href: string;
  readonly said: string;
}

export interface CureLinks {
  readonly times: readonly CureLink[];
  readonly rooms: readonly CureLink[];
  readonly instructors: readonly CureLink[];
}

/** Each cure as the same form again, filled with it: a click, then the person decides. */
export function cureLinks(speaker: Speaker, cures: Cures, { page, typed }: { readonly page: string; readonly typed: Typed }): CureLinks {
  const link = (changes: Readonly<Record<string, string>>) => filledAddress(page, typed, changes);
  return {
    times: cures.times.map((time) => ({
      href: link({ date: dayOf(time.startsAt), startTime: clockOf(time.startsAt), endTime: clockOf(time.endsAt) }),
      said: time.note === null ? spanSaid(speaker, time) : `${spanSaid(speaker, time)} · ${speaker.say(`calendar.note_${time.note}`)}`,
    })),
    rooms: cures.rooms.map((room) => ({ href: link({ roomId: room.id }), said: roomSaid(speaker, room) })),
    instructors: cures.instructors.map((one) => ({ href: link({ instructorId: one.id }), said: instructorSaid(speaker, one) })),
  };
}

/** A page's address with what was typed, but for the changes; empty fields are left out. */
export function filledAddress(page: string, typed: Typed, changes: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...typed, ...changes })) {
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [value as string]) if (one !== '') query.append(name, one);
  }
  return `${page}?${query.toString()}`;
}
