import type { Translator } from '../../../platform/index.js';
import { isSamePlace } from '../domain/change-set.js';
import type { Named, SessionPlace } from '../domain/placed-session.js';
import { nameIn, spanText } from './texts.js';

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
  translator: Translator,
  place: SessionPlace,
  { names, beside }: { names: NamesOfPlaces; beside: SessionPlace | null },
): PlaceView {
  const part = (of: (one: SessionPlace) => string): PlacePart => ({
    said: of(place),
    differs: beside !== null && of(beside) !== of(place),
  });
  const licences = part((one) => licencesText(one, names));
  return {
    when: part((one) => spanText(translator, one)),
    room: part((one) => roomSaidOf(translator, one, names)),
    people: part((one) => peopleText(translator, one, names)),
    licences: licences.said === '' && !licences.differs ? null : licences,
  };
}

/** A place in one line. */
export function placeText(translator: Translator, place: SessionPlace, names: NamesOfPlaces): string {
  return [spanText(translator, place), roomSaidOf(translator, place, names), peopleText(translator, place, names)].join(
    ' · ',
  );
}

export function differ(one: SessionPlace | null, other: SessionPlace | null): boolean {
  return one === null || other === null ? one !== other : !isSamePlace(one, other);
}

function roomSaidOf(translator: Translator, { roomId }: SessionPlace, { rooms }: NamesOfPlaces): string {
  const room = roomId === null ? undefined : rooms.get(roomId);
  return room ? nameIn(translator, room.name) : translator.t('session.no_room');
}

function peopleText(translator: Translator, place: SessionPlace, { instructors }: NamesOfPlaces): string {
  const names = place.instructors
    .flatMap(({ instructorId }) => instructors.get(instructorId)?.name ?? [])
    .map((name) => nameIn(translator, name));
  return names.length === 0
    ? translator.t('session.no_instructor')
    : names.join(translator.language === 'en' ? ', ' : '、');
}

function licencesText({ licences }: SessionPlace, { pools }: NamesOfPlaces): string {
  return licences.map(({ poolId, seats }) => `${pools.get(poolId)?.name ?? '?'} × ${seats}`).join(' · ');
}
