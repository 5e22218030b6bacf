import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  Clock,
  type FormView,
  found,
  optionsOf,
  type Refusal,
  refusalTexts,
  type RequestContext,
  type SelectOption,
  selectOptions,
} from '../../../platform/index.js';
import {
  AcademyCalendarReader,
  nameIn,
  ROOM_KINDS,
  type RoomRow,
  rooms,
  type SessionView,
  sessionView,
  TimetableReader,
} from '../../core/index.js';
import { FeedAddresses, type FeedView } from '../../feeds/index.js';
import { type AvailabilityView, AvailabilityViews } from './availability.page.js';
import type { RoomForm } from './room.form.js';
import { stripFrame, type UseStrip, useStrip } from './use-strip.js';

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

type Choices = readonly SelectOption[];

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
    kinds: selectOptions(optionsOf(translator, 'room.kind', ROOM_KINDS), kind),
    features: selectOptions(
      features.map((one) => ({ value: one, label: one })),
      feature,
    ),
  };
}

const MOST_SHOWN = 30;

/** Builds a room's page, also after a refused action. */
@Injectable()
export class RoomPages {
  constructor(
    private readonly reader: TimetableReader,
    private readonly calendar: AcademyCalendarReader,
    private readonly availability: AvailabilityViews,
    private readonly addresses: FeedAddresses,
    private readonly clock: Clock,
  ) {}

  async byCode(code: string): Promise<RoomRow> {
    return found((await rooms(this.reader.query)).find((room) => room.code === code));
  }

  async shown(context: RequestContext, room: RoomRow, reasons: readonly Refusal[] = []): Promise<RoomPage> {
    const today = this.clock.today();
    const used = await this.reader.sessions({ ...stripFrame(today), roomId: room.id });
    const ahead = await this.reader.sessions({ from: this.clock.now(), roomId: room.id });
    return {
      room: roomView(context, room),
      strip: useStrip(context.translator, used, { calendar: await this.calendar.current(), today }),
      sessions: ahead.slice(0, MOST_SHOWN).map((one) => sessionView(context.translator, one, this.clock.now())),
      availability: await this.availability.of(context, { kind: 'room', id: room.id }, `/office/rooms/${room.code}`),
      mayChange: may(context.actor, 'room.manage'),
      feed: await this.addresses.view({ kind: 'room', ownerId: room.id }),
      refusals: refusalTexts(context.translator, reasons),
    };
  }
}
