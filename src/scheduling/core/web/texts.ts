import { clockOf, dayOf, type Option, type Refusal, type Translator } from '../../../platform/index.js';
import type { InstructorRow } from '../data/resource-queries.js';
import type { SessionRow } from '../data/timetable-queries.js';
import { leadOf, type BilingualName, type SessionSlot } from '../domain/placed-session.js';
import type { InstructorFacts, PoolFacts, RoomFacts } from '../domain/timetable-facts.js';

/** A name in the request's language. */
export function nameIn(translator: Translator, named: BilingualName): string {
  return translator.language === 'en' ? named.en : named.zh;
}

/** Why a session cannot stay where it is: the fact only, without the advice of a refusal text. */
export function becauseText(translator: Translator, { code, data }: Pick<Refusal, 'code' | 'data'>): string {
  return translator.t(translator.has(`repair.because_${code}`) ? `repair.because_${code}` : `refusal.${code}`, data);
}

export function roomText(
  translator: Translator,
  { code, name, seats }: Pick<RoomFacts, 'code' | 'name' | 'seats'>,
): string {
  return translator.t('room.named', { code, name: nameIn(translator, name), seats });
}

/** Open rooms as options. */
export function roomOptions(translator: Translator, rooms: Iterable<RoomFacts>): Option[] {
  return [...rooms]
    .filter((room) => !room.closed)
    .map((room) => ({ value: room.id, label: roomText(translator, room) }));
}

export function instructorText(
  translator: Translator,
  { name, latinName }: Pick<InstructorRow, 'name' | 'latinName'>,
): string {
  return translator.language === 'en' ? (latinName ?? name) : name;
}

export function instructorOptions(translator: Translator, instructors: readonly InstructorFacts[]): Option[] {
  return instructors.map(({ id, name }) => ({ value: id, label: nameIn(translator, name) }));
}

/** Open pools as options, with their seats. */
export function poolOptions(translator: Translator, pools: Iterable<PoolFacts>): Option[] {
  return [...pools]
    .filter((pool) => !pool.closed)
    .map(({ id, name, seats }) => ({ value: id, label: translator.t('session.pool_seats', { name, seats }) }));
}

/** A span on one day: "3月10日周二 09:00–12:00". */
export function spanText(
  translator: Translator,
  { startsAt, endsAt }: { readonly startsAt: number; readonly endsAt: number },
): string {
  return translator.t('session.span', { day: dayOf(startsAt), startsAt, endsAt });
}

/** A session in lists. */
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
  readonly stateText: string;
  readonly open: boolean;
}

export function sessionView(translator: Translator, session: SessionRow, now: number): SessionView {
  const begun = session.state === 'planned' && session.startsAt <= now;
  return {
    id: session.id,
    cohort: session.cohort,
    course: nameIn(translator, session.course),
    number: session.number,
    date: dayOf(session.startsAt),
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    room: session.room ? nameIn(translator, session.room) : translator.t('session.no_room'),
    instructor: session.instructor ? nameIn(translator, session.instructor) : translator.t('session.no_instructor'),
    shape: begun ? 'pending' : session.state === 'planned' ? 'info' : session.state,
    stateText: translator.t(begun ? 'session.state_begun' : `session.state_${session.state}`),
    open: session.state === 'planned' && !begun,
  };
}

/** The form values of a slot. */
export function typedOf(slot: SessionSlot, sequence: number | null): Record<string, string | string[]> {
  const { startsAt, endsAt, roomId, instructors, licences } = slot;
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
