import { clockOf, dayOf, type Option, type Refusal, type Speaker } from '../../platform/index.js';
import type { InstructorRow, RoomRow } from '../data/resource-queries.js';
import type { SessionRow } from '../data/timetable-queries.js';
import type { Named } from '../domain/placed-session.js';

/** A name in the visit's language. */
export function nameIn(speaker: Speaker, named: Named): string {
  return speaker.language === 'en' ? named.en : named.zh;
}

export function refusalSaid(speaker: Speaker, refusal: Refusal): string {
  return speaker.say(`refusal.${refusal.code}`, refusal.data);
}

export function roomSaid(speaker: Speaker, room: RoomRow): string {
  return speaker.say('room.named', { code: room.code, name: speaker.language === 'en' ? room.nameEn : room.nameZh, seats: room.seats });
}

export function roomOptions(speaker: Speaker, rooms: readonly RoomRow[]): Option[] {
  return rooms.map((room) => ({ value: room.id, label: roomSaid(speaker, room) }));
}

export function instructorSaid(speaker: Speaker, { name, latinName }: Pick<InstructorRow, 'name' | 'latinName'>): string {
  return speaker.language === 'en' ? (latinName ?? name) : name;
}

export function instructorOptions(speaker: Speaker, instructors: readonly InstructorRow[]): Option[] {
  return instructors.map((one) => ({ value: one.id, label: instructorSaid(speaker, one) }));
}

/** A span on one day: "3月10日周二 09:00–12:00". */
export function spanSaid(speaker: Speaker, { startsAt, endsAt }: { readonly startsAt: number; readonly endsAt: number }): string {
  return speaker.say('session.span', { day: dayOf(startsAt), startsAt, endsAt });
}

/** One session as lists show it. */
export interface SessionView {
  readonly id: string;
  readonly cohort: string;
  readonly course: string;
  readonly number: number;
  readonly date: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly room: string;
  readonly instructor: string;
  readonly shape: string;
  readonly stateSaid: string;
  readonly open: boolean;
}

export function sessionView(speaker: Speaker, session: SessionRow, now: number): SessionView {
  const begun = session.state === 'planned' && session.startsAt <= now;
  return {
    id: session.id, cohort: session.cohort, course: nameIn(speaker, session.course), number: session.number,
    date: dayOf(session.startsAt), startsAt: session.startsAt, endsAt: session.endsAt,
    room: session.room ? nameIn(speaker, session.room) : speaker.say('session.no_room'),
    instructor: session.instructor ? nameIn(speaker, session.instructor) : speaker.say('session.no_instructor'),
    shape: begun ? 'pending' : session.state === 'planned' ? 'info' : session.state,
    stateSaid: speaker.say(begun ? 'session.state_begun' : `session.state_${session.state}`),
    open: session.state === 'planned' && !begun,
  };
}

/** A session's time and holders as a form's first filling. */
export function typedOf(session: Pick<SessionRow, 'startsAt' | 'endsAt' | 'roomId' | 'instructorId'> & { readonly sequence: number | null }): Record<string, string> {
  return {
    date: dayOf(session.startsAt), startTime: clockOf(session.startsAt), endTime: clockOf(session.endsAt),
    roomId: session.roomId ?? '', instructorId: session.instructorId ?? '', sequence: session.sequence === null ? '' : String(session.sequence),
  };
}
