import { clockOf, dayOf, type Option, type Refusal, type Speaker } from '../../../platform/index.js';
import type { InstructorRow } from '../data/resource-queries.js';
import type { SessionRow } from '../data/timetable-queries.js';
import { leadOf, type Named, type SessionPlace } from '../domain/placed-session.js';
import type { InstructorFacts, PoolFacts, RoomFacts } from '../domain/timetable-facts.js';

/** A name in the visit's language. */
export function nameIn(speaker: Speaker, named: Named): string {
  return speaker.language === 'en' ? named.en : named.zh;
}

export function refusalSaid(speaker: Speaker, refusal: Refusal): string {
  return speaker.say(`refusal.${refusal.code}`, refusal.data);
}

/** Why a session cannot stay where it is: the bare fact, where a refusal would say what to do instead. */
export function becauseSaid(speaker: Speaker, { code, data }: Pick<Refusal, 'code' | 'data'>): string {
  return speaker.say(speaker.knows(`repair.because_${code}`) ? `repair.because_${code}` : `refusal.${code}`, data);
}

export function roomSaid(speaker: Speaker, { code, name, seats }: Pick<RoomFacts, 'code' | 'name' | 'seats'>): string {
  return speaker.say('room.named', { code, name: nameIn(speaker, name), seats });
}

/** The rooms in use. */
export function roomOptions(speaker: Speaker, rooms: Iterable<RoomFacts>): Option[] {
  return [...rooms].filter((room) => !room.closed).map((room) => ({ value: room.id, label: roomSaid(speaker, room) }));
}

export function instructorSaid(
  speaker: Speaker,
  { name, latinName }: Pick<InstructorRow, 'name' | 'latinName'>,
): string {
  return speaker.language === 'en' ? (latinName ?? name) : name;
}

export function instructorOptions(speaker: Speaker, instructors: readonly InstructorFacts[]): Option[] {
  return instructors.map(({ id, name }) => ({ value: id, label: nameIn(speaker, name) }));
}

/** The pools in use, each with its seats. */
export function poolOptions(speaker: Speaker, pools: Iterable<PoolFacts>): Option[] {
  return [...pools]
    .filter((pool) => !pool.closed)
    .map(({ id, name, seats }) => ({ value: id, label: speaker.say('session.pool_seats', { name, seats }) }));
}

/** A span on one day: "3月10日周二 09:00–12:00". */
export function spanSaid(
  speaker: Speaker,
  { startsAt, endsAt }: { readonly startsAt: number; readonly endsAt: number },
): string {
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
    id: session.id,
    cohort: session.cohort,
    course: nameIn(speaker, session.course),
    number: session.number,
    date: dayOf(session.startsAt),
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    room: session.room ? nameIn(speaker, session.room) : speaker.say('session.no_room'),
    instructor: session.instructor ? nameIn(speaker, session.instructor) : speaker.say('session.no_instructor'),
    shape: begun ? 'pending' : session.state === 'planned' ? 'info' : session.state,
    stateSaid: speaker.say(begun ? 'session.state_begun' : `session.state_${session.state}`),
    open: session.state === 'planned' && !begun,
  };
}

/** A place as a session form's first filling. */
export function typedOf(place: SessionPlace, sequence: number | null): Record<string, string | string[]> {
  const { startsAt, endsAt, roomId, instructors, licences } = place;
  return {
    date: dayOf(startsAt),
    startTime: clockOf(startsAt),
    endTime: clockOf(endsAt),
    roomId: roomId ?? '',
    instructorId: leadOf(instructors) ?? '',
    assistantIds: instructors.filter(({ role }) => role !== 'lead').map((one) => one.instructorId),
    poolIds: licences.map((one) => one.poolId),
    licenceSeats: licences[0] ? String(licences[0].seats) : '',
    overrideReason: '',
    sequence: sequence === null ? '' : String(sequence),
  };
}
