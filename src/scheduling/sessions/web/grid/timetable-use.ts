import type { Translator } from '../../../../platform/index.js';
import { type Availability, nameIn, type PlacedSession, type Timetable } from '../../../core/index.js';
import {
  bookableByWeek,
  type UsedHours,
  levelOf,
  poolHours,
  type Use,
  usedByWeek,
  type UseFrame,
} from '../../domain/use-of-hours.js';
import { addressOf, type By, readSelection } from './timetable-selection.js';

export const USE_KINDS = ['room', 'lab', 'pool', 'instructor'] as const;
export type UseKind = (typeof USE_KINDS)[number];

/** A room, pool or instructor with its hours by week. */
export interface ResourceUse {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly seats: number;
  readonly href: string | null;
  readonly weeks: readonly UsedHours[];
}

export interface UseCell {
  readonly level: number;
  /** Per cent; null without bookable and booked hours. */
  readonly share: number | null;
  readonly text: string;
}

export interface UseLine {
  readonly name: string;
  readonly kindText: string;
  readonly href: string | null;
  readonly isPool: boolean;
  readonly used: string;
  readonly of: string;
  readonly share: number | null;
  readonly cells: readonly UseCell[];
}

/** The resources to count. Closed rooms and retired instructors only if they are in use in these weeks. */
export function counted(
  timetable: Timetable,
  kinds: ReadonlyMap<string, string>,
  { translator, frame }: { readonly translator: Translator; readonly frame: UseFrame },
): ResourceUse[] {
  const uses = usesOf(timetable.index.all());
  const one = (id: string, weeks: readonly number[]): UsedHours[] =>
    usedByWeek(uses.get(id) ?? [], frame).map((used, at) => ({ used, of: weeks[at] ?? 0 }));
  const monday = frame[0]?.[0]?.date ?? '';
  const href = (by: By, of: string) => addressOf(readSelection({ week: monday }, monday), { by, of, view: 'timeline' });
  const isCounted = (isGone: boolean, id: string) => !isGone || uses.has(id);
  return [
    ...[...timetable.rooms.values()]
      .filter((room) => isCounted(room.closed, room.id))
      .map((room) => ({
        id: room.id,
        kind: kinds.get(room.id) ?? 'room',
        name: nameIn(translator, room.name),
        seats: 1,
        href: href('room', room.id),
        weeks: one(room.id, bookableByWeek(room as Availability, frame)),
      })),
    ...[...timetable.pools.values()]
      .filter((pool) => isCounted(pool.closed, pool.id))
      .map((pool) => ({
        id: pool.id,
        kind: 'pool',
        name: pool.name,
        seats: pool.seats,
        href: null,
        weeks: one(
          pool.id,
          poolHours(pool, frame).map((hours) => hours * pool.seats),
        ),
      })),
    ...[...timetable.instructors.values()]
      .filter((person) => isCounted(person.retired, person.id))
      .map((person) => ({
        id: person.id,
        kind: 'instructor',
        name: nameIn(translator, person.name),
        seats: 1,
        href: href('instructor', person.id),
        weeks: one(person.id, bookableByWeek(person, frame)),
      })),
  ];
}

function usesOf(sessions: Iterable<PlacedSession>): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  const add = (id: string, { startsAt, endsAt }: PlacedSession, weight: number) =>
    (uses.get(id) ?? uses.set(id, []).get(id)!).push({ startsAt, endsAt, weight });
  for (const session of sessions) {
    if (session.roomId !== null) add(session.roomId, session, 1);
    for (const { instructorId } of session.instructors) add(instructorId, session, 1);
    for (const { poolId, seats } of session.licences) add(poolId, session, seats);
  }
  return uses;
}

export function useLine(
  translator: Translator,
  { name, kind, href, weeks }: Pick<ResourceUse, 'name' | 'kind' | 'href' | 'weeks'>,
): UseLine {
  const all = sumOf(weeks);
  return {
    name,
    href,
    isPool: kind === 'pool',
    kindText: kind === '' ? '' : kindText(translator, kind),
    used: hours(translator, all.used),
    of: hours(translator, all.of),
    share: shareOf(all),
    cells: weeks.map((week) => ({
      level: levelOf(week),
      share: shareOf(week),
      text: translator.t('timetable.use_cell', { used: hours(translator, week.used), of: hours(translator, week.of) }),
    })),
  };
}

export function totalOf(all: readonly ResourceUse[], weeks: number): UsedHours[] {
  return Array.from({ length: weeks }, (_, at) => sumOf(all.flatMap((one) => one.weeks[at] ?? [])));
}

export function sumOf(weeks: readonly UsedHours[]): UsedHours {
  return weeks.reduce((sum, { used, of }) => ({ used: sum.used + used, of: sum.of + of }), { used: 0, of: 0 });
}

/** Whole per cent; booked hours without bookable ones count as more than 100. */
export function shareOf({ used, of }: UsedHours): number | null {
  return of === 0 ? (used === 0 ? null : 100) : Math.round((used / of) * 100);
}

export function kindText(translator: Translator, kind: string): string {
  return translator.t(kind === 'pool' || kind === 'instructor' ? `timetable.use_kind_${kind}` : `room.kind.${kind}`);
}

function hours(translator: Translator, value: number): string {
  return translator.format.number(Math.round(value * 10) / 10);
}
