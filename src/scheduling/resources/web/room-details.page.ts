import { type FormView, type Option, optionsOf, type RequestContext } from '../../../platform/index.js';
import { nameIn, ROOM_KINDS, type RoomRow, type SessionView } from '../../core/index.js';
import type { FeedView } from '../../feeds/index.js';
import type { AvailabilityView } from './availability.page.js';
import type { RoomForm } from './resource.form.js';
import type { UseStrip } from './use-strip.js';

export interface RoomView {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kindText: string;
  readonly seats: number;
  readonly place: string;
  readonly features: readonly string[];
  /** Set-up and clear-away as text; `null` if there is neither. */
  readonly margins: string | null;
  readonly closed: boolean;
}

type Choices = readonly (Option & { readonly selected: boolean })[];

export interface RoomsPage {
  readonly rooms: readonly (RoomView & { readonly strip: UseStrip })[];
  readonly found: number;
  readonly q: string;
  readonly kinds: Choices;
  /** All features of all rooms. */
  readonly features: Choices;
  /** Minimum seats, as typed. */
  readonly least: string;
  readonly closedToo: boolean;
  readonly filtered: boolean;
  /** There are rooms, but all are closed. */
  readonly allClosed: boolean;
  readonly mayChange: boolean;
}

export interface RoomPage {
  readonly room: RoomView;
  readonly strip: UseStrip;
  readonly availability: AvailabilityView;
  readonly sessions: readonly SessionView[];
  readonly feed: FeedView;
  readonly refusals: readonly string[];
  readonly mayChange: boolean;
}

export interface RoomFormPage {
  /** `null` for a new room. */
  readonly room: RoomView | null;
  readonly form: FormView<RoomForm>;
}

export function roomView({ translator }: RequestContext, room: RoomRow): RoomView {
  const { setUpMinutes, clearAwayMinutes } = room;
  return {
    id: room.id,
    code: room.code,
    seats: room.seats,
    closed: room.closedAt !== null,
    kindText: translator.t(`room.kind.${room.kind}`),
    features: room.features,
    name: nameIn(translator, { zh: room.nameZh, en: room.nameEn }),
    place: nameIn(translator, { zh: room.placeZh, en: room.placeEn }),
    margins:
      setUpMinutes + clearAwayMinutes === 0
        ? null
        : translator.t('room.margins', { before: setUpMinutes, after: clearAwayMinutes }),
  };
}

export interface RoomQuery {
  readonly q: string;
  readonly kind: string;
  readonly feature: string;
  readonly least: string;
  readonly closedToo: boolean;
}

export function roomQuery(query: Record<string, string | undefined>): RoomQuery {
  const { q = '', kind = '', feature = '', seats = '', closed } = query;
  return {
    q: q.trim(),
    kind,
    feature,
    least: /^\d{1,4}$/.test(seats.trim()) ? seats.trim() : '',
    closedToo: Boolean(closed),
  };
}

export function matchesQuery(room: RoomRow, { q, kind, feature, least, closedToo }: RoomQuery): boolean {
  const words =
    `${room.code} ${room.nameZh} ${room.nameEn} ${room.placeZh} ${room.placeEn} ${room.features.join(' ')}`.toLowerCase();
  return (
    (closedToo || room.closedAt === null) &&
    (kind === '' || room.kind === kind) &&
    (feature === '' || room.features.includes(feature)) &&
    room.seats >= Number(least) &&
    words.includes(q.toLowerCase())
  );
}

/** Options and values of the filters. */
export function roomFilters(
  { translator }: RequestContext,
  all: readonly RoomRow[],
  query: RoomQuery,
): Pick<RoomsPage, 'q' | 'kinds' | 'features' | 'least' | 'closedToo' | 'filtered' | 'allClosed'> {
  const { q, kind, feature, least, closedToo } = query;
  const features = [...new Set(all.flatMap(({ features }) => features))].sort((a, b) =>
    translator.format.compare(a, b),
  );
  return {
    q,
    least,
    closedToo,
    filtered: q !== '' || kind !== '' || feature !== '' || least !== '',
    allClosed: all.length > 0 && all.every(({ closedAt }) => closedAt !== null),
    kinds: optionsOf(translator, 'room.kind', ROOM_KINDS).map((one) => ({ ...one, selected: one.value === kind })),
    features: features.map((one) => ({ value: one, label: one, selected: one === feature })),
  };
}
