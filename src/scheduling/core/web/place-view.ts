import type { Speaker } from '../../../platform/index.js';
import { isSamePlace } from '../domain/change-set.js';
import type { Named, SessionPlace } from '../domain/placed-session.js';
import { nameIn, spanSaid } from './said.js';

/** Who and what there is, to name the parts of a place. */
export interface NamesOfPlaces {
  readonly rooms: ReadonlyMap<string, { readonly name: Named }>;
  readonly instructors: ReadonlyMap<string, { readonly name: Named }>;
  readonly pools: ReadonlyMap<string, { readonly name: string }>;
}

export interface PlacePart {
  readonly said: string;
  /** Whether it differs from the place that it is shown beside. */
  readonly differs: boolean;
}

/** A place as two columns of a difference show it: when, where, who, with what. */
export interface PlaceView {
  readonly when: PlacePart;
  readonly room: PlacePart;
  readonly people: PlacePart;
  readonly licences: PlacePart | null;
}

export function placeView(
  speaker: Speaker,
  place: SessionPlace,
  { names, beside }: { names: NamesOfPlaces; beside: SessionPlace | null },
): PlaceView {
  const part = (of: (one: SessionPlace) => string): PlacePart => ({
    said: of(place),
    differs: beside !== null && of(beside) !== of(place),
  });
  const licences = part((one) => licencesSaid(one, names));
  return {
    when: part((one) => spanSaid(speaker, one)),
    room: part((one) => roomSaidOf(speaker, one, names)),
    people: part((one) => peopleSaid(speaker, one, names)),
    licences: licences.said === '' && !licences.differs ? null : licences,
  };
}

/** A place in one line. */
export function placeSaid(speaker: Speaker, place: SessionPlace, names: NamesOfPlaces): string {
  return [spanSaid(speaker, place), roomSaidOf(speaker, place, names), peopleSaid(speaker, place, names)].join(' · ');
}

export function differ(one: SessionPlace | null, other: SessionPlace | null): boolean {
  return one === null || other === null ? one !== other : !isSamePlace(one, other);
}

function roomSaidOf(speaker: Speaker, { roomId }: SessionPlace, { rooms }: NamesOfPlaces): string {
  const room = roomId === null ? undefined : rooms.get(roomId);
  return room ? nameIn(speaker, room.name) : speaker.say('session.no_room');
}

function peopleSaid(speaker: Speaker, place: SessionPlace, { instructors }: NamesOfPlaces): string {
  const names = place.instructors
    .flatMap(({ instructorId }) => instructors.get(instructorId)?.name ?? [])
    .map((name) => nameIn(speaker, name));
  return names.length === 0
    ? speaker.say('session.no_instructor')
    : names.join(speaker.language === 'en' ? ', ' : '、');
}

function licencesSaid({ licences }: SessionPlace, { pools }: NamesOfPlaces): string {
  return licences.map(({ poolId, seats }) => `${pools.get(poolId)?.name ?? '?'} × ${seats}`).join(' · ');
}
