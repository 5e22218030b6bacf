import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  Clock, CurrentVisit, definePage, formView, type FormView, found, isRefused, notice, optionsOf, type Page, readForm, type Refusal, seeOther, type SeeOther, typedFrom, type Visit,
} from '../../platform/index.js';
import { AddRoom, ChangeRoom, CloseRoom } from '../actions/rooms.js';
import { AcademyCalendarReader } from '../data/academy-days.js';
import { type RoomRow, rooms } from '../data/resource-queries.js';
import { ROOM_KINDS } from '../data/room.entity.js';
import { TimetableReader } from '../data/timetable-reader.js';
import { FeedAddresses, type FeedView } from './feed-addresses.js';
import { RoomForm } from './forms.js';
import { nameIn, refusalSaid, type SessionView, sessionView } from './said.js';
import type { Filled } from './session-forms.js';
import { stripFrame, type UseStrip, useStrip } from './use-strip.js';

interface RoomView {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kindSaid: string;
  readonly seats: number;
  readonly place: string;
  readonly closed: boolean;
}

interface RoomsPage {
  readonly rooms: readonly (RoomView & { readonly strip: UseStrip })[];
  readonly found: number;
  readonly q: string;
  readonly kinds: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[];
  readonly closedToo: boolean;
  readonly filtered: boolean;
}

interface RoomPage {
  readonly room: RoomView;
  readonly strip: UseStrip;
  readonly sessions: readonly SessionView[];
  readonly feed: FeedView;
  readonly refusals: readonly string[];
}

interface RoomFormPage {
  /** `null` for a new room. */
  readonly room: RoomView | null;
  readonly form: FormView<RoomForm>;
}

const listPage = definePage<RoomsPage>('scheduling/rooms/index');
const showPage = definePage<RoomPage>('scheduling/rooms/show');
const formPage = definePage<RoomFormPage>('scheduling/rooms/edit');
const MOST_SHOWN = 30;

@Controller('office/rooms')
@Requires('room.manage')
export class RoomsController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly calendar: AcademyCalendarReader,
    private readonly addRoom: AddRoom,
    private readonly changeRoom: ChangeRoom,
    private readonly closeRoom: CloseRoom,
    private readonly addresses: FeedAddresses,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@CurrentVisit() visit: Visit, @Query() query: Record<string, string | undefined>): Promise<Page> {
    const q = (query['q'] ?? '').trim();
    const kind = query['kind'] ?? '';
    const closedToo = Boolean(query['closed']);
    const wanted = (await rooms(this.reader.ask)).filter((room) =>
      (closedToo || room.closedAt === null) && (kind === '' || room.kind === kind)
      && `${room.code} ${room.nameZh} ${room.nameEn} ${room.placeZh} ${room.placeEn}`.toLowerCase().includes(q.toLowerCase()));
    const today = this.clock.today();
    const calendar = await this.calendar.current();
    const sessions = await this.reader.sessions(stripFrame(today));
    return listPage({
      rooms: wanted.map((room) => ({ ...viewOf(visit, room), strip: useStrip(visit.speaker, sessions.filter((one) => one.roomId === room.id), { calendar, today }) })),
      found: wanted.length, q, closedToo, filtered: q !== '' || kind !== '',
      kinds: optionsOf(visit.speaker, 'room.kind', ROOM_KINDS).map((one) => ({ ...one, selected: one.value === kind })),
    });
  }

  @Get('new')
  blank(@CurrentVisit() visit: Visit): Page {
    return formPage({ room: null, form: this.form(visit, { typed: { kind: 'room' } }) });
  }

  @Post()
  async add(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<Page | SeeOther> {
    const read = readForm(RoomForm, body, this.clock.today());
    if (!read.ok) return formPage({ room: null, form: this.form(visit, read) }, 422);
    const outcome = await this.addRoom.as(visit.actor, read.form);
    if (isRefused(outcome)) return formPage({ room: null, form: this.form(visit, { typed: read.typed, refusals: outcome.reasons }) }, 422);
    return seeOther(`/office/rooms/${read.form.code}`, notice('room.added', { code: read.form.code }));
  }

  @Get(':code')
  async show(@CurrentVisit() visit: Visit, @Param('code') code: string): Promise<Page> {
    return showPage(await this.model(visit, await this.known(code), []));
  }

  @Get(':code/edit')
  async edit(@CurrentVisit() visit: Visit, @Param('code') code: string): Promise<Page> {
    const room = await this.known(code);
    return formPage({ room: viewOf(visit, room), form: this.form(visit, { typed: typedFrom({ ...room }) }) });
  }

  @Post(':code')
  async change(@CurrentVisit() visit: Visit, @Param('code') code: string, @Body() body: unknown): Promise<Page | SeeOther> {
    const room = await this.known(code);
    const read = readForm(RoomForm, body, this.clock.today());
    if (!read.ok) return formPage({ room: viewOf(visit, room), form: this.form(visit, read) }, 422);
    const outcome = await this.changeRoom.to(visit.actor, room.id, read.form);
    if (isRefused(outcome)) return formPage({ room: viewOf(visit, room), form: this.form(visit, { typed: read.typed, refusals: outcome.reasons }) }, 422);
    return seeOther(`/office/rooms/${read.form.code}`, notice('room.changed', { code: read.form.code }));
  }

  @Post(':code/closure')
  async close(@CurrentVisit() visit: Visit, @Param('code') code: string): Promise<Page | SeeOther> {
    const room = await this.known(code);
    const outcome = await this.closeRoom.for(visit.actor, room.id);
    if (isRefused(outcome)) return showPage(await this.model(visit, room, outcome.reasons), 422);
    return seeOther(`/office/rooms/${code}`, notice('room.closed', { code }));
  }

  @Post(':code/reopening')
  async reopen(@CurrentVisit() visit: Visit, @Param('code') code: string): Promise<SeeOther> {
    await this.closeRoom.reopen(visit.actor, (await this.known(code)).id);
    return seeOther(`/office/rooms/${code}`, notice('room.reopened', { code }));
  }

  private async known(code: string): Promise<RoomRow> {
    return found((await rooms(this.reader.ask)).find((room) => room.code === code));
  }

  private form(visit: Visit, filled: Filled): FormView<RoomForm> {
    return formView(RoomForm, visit.speaker, { ...filled, options: { kind: optionsOf(visit.speaker, 'room.kind', ROOM_KINDS) } });
  }

  private async model(visit: Visit, room: RoomRow, reasons: readonly Refusal[]): Promise<RoomPage> {
    const today = this.clock.today();
    const used = await this.reader.sessions({ ...stripFrame(today), roomId: room.id });
    const ahead = await this.reader.sessions({ from: this.clock.now(), roomId: room.id });
    return {
      room: viewOf(visit, room), strip: useStrip(visit.speaker, used, { calendar: await this.calendar.current(), today }),
      sessions: ahead.slice(0, MOST_SHOWN).map((one) => sessionView(visit.speaker, one, this.clock.now())),
      feed: await this.addresses.view({ kind: 'room', ownerId: room.id }),
      refusals: reasons.map((one) => refusalSaid(visit.speaker, one)),
    };
  }
}

function viewOf({ speaker }: Visit, room: RoomRow): RoomView {
  return {
    id: room.id, code: room.code, seats: room.seats, closed: room.closedAt !== null, kindSaid: speaker.say(`room.kind.${room.kind}`),
    name: nameIn(speaker, { zh: room.nameZh, en: room.nameEn }), place: nameIn(speaker, { zh: room.placeZh, en: room.placeEn }),
  };
}
