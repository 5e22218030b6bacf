import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { may, Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentVisit,
  definePage,
  formView,
  type FormView,
  found,
  isRefused,
  notice,
  optionsOf,
  type Page,
  readForm,
  type Refusal,
  seeOther,
  type SeeOther,
  typedFrom,
  QueryText,
  type Visit,
} from '../../../platform/index.js';
import {
  AcademyCalendarReader,
  type Filled,
  refusalSaid,
  ROOM_KINDS,
  type RoomRow,
  rooms,
  sessionView,
  TimetableReader,
} from '../../core/index.js';
import { FeedAddresses } from '../../feeds/index.js';
import { AddRoom, ChangeRoom, CloseRoom, type RoomProfile } from '../actions/rooms.js';
import { AvailabilityViews } from './availability-view.js';
import { featuresTyped, RoomForm } from './resource-forms.js';
import {
  isAsked,
  roomFilters,
  type RoomFormPage,
  type RoomPage,
  roomsAsked,
  type RoomsPage,
  roomView,
} from './room-view.js';
import { stripFrame, useStrip } from './use-strip.js';

const listPage = definePage<RoomsPage>('scheduling/resources/rooms/index');
const showPage = definePage<RoomPage>('scheduling/resources/rooms/show');
const formPage = definePage<RoomFormPage>('scheduling/resources/rooms/edit');
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
    private readonly availability: AvailabilityViews,
    private readonly addresses: FeedAddresses,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('availability.manage')
  async index(
    @CurrentVisit() visit: Visit,
    @Query(QueryText) query: Readonly<Record<string, string | undefined>>,
  ): Promise<Page> {
    const all = await rooms(this.reader.query);
    const asked = roomsAsked(query);
    const wanted = all.filter((room) => isAsked(room, asked));
    const today = this.clock.today();
    const calendar = await this.calendar.current();
    const sessions = await this.reader.sessions(stripFrame(today));
    return listPage({
      rooms: wanted.map((room) => ({
        ...roomView(visit, room),
        strip: useStrip(
          visit.speaker,
          sessions.filter((one) => one.roomId === room.id),
          { calendar, today },
        ),
      })),
      found: wanted.length,
      ...roomFilters(visit, all, asked),
      mayChange: may(visit.actor, 'room.manage'),
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
    const outcome = await this.addRoom.as(visit.actor, profileOf(read.form));
    if (isRefused(outcome))
      return formPage({ room: null, form: this.form(visit, { typed: read.typed, refusals: outcome.reasons }) }, 422);
    return seeOther(`/office/rooms/${read.form.code}`, notice('room.added', { code: read.form.code }));
  }

  @Get(':code')
  @Requires('availability.manage')
  async show(@CurrentVisit() visit: Visit, @Param('code') code: string): Promise<Page> {
    return showPage(await this.model(visit, await this.known(code), []));
  }

  @Get(':code/edit')
  async edit(@CurrentVisit() visit: Visit, @Param('code') code: string): Promise<Page> {
    const room = await this.known(code);
    return formPage({
      room: roomView(visit, room),
      form: this.form(visit, { typed: typedFrom({ ...room, features: room.features.join('\n') }) }),
    });
  }

  @Post(':code')
  async change(
    @CurrentVisit() visit: Visit,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const room = await this.known(code);
    const read = readForm(RoomForm, body, this.clock.today());
    if (!read.ok) return formPage({ room: roomView(visit, room), form: this.form(visit, read) }, 422);
    const outcome = await this.changeRoom.to(visit.actor, room.id, profileOf(read.form));
    if (isRefused(outcome))
      return formPage(
        { room: roomView(visit, room), form: this.form(visit, { typed: read.typed, refusals: outcome.reasons }) },
        422,
      );
    const { tooClose } = outcome;
    const said =
      tooClose === 0
        ? notice('room.changed', { code: read.form.code })
        : notice('room.changed_too_close', { code: read.form.code, count: tooClose }, 'warning');
    return seeOther(`/office/rooms/${read.form.code}`, said);
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
    return found((await rooms(this.reader.query)).find((room) => room.code === code));
  }

  private form(visit: Visit, filled: Filled): FormView<RoomForm> {
    return formView(RoomForm, visit.speaker, {
      ...filled,
      options: { kind: optionsOf(visit.speaker, 'room.kind', ROOM_KINDS) },
    });
  }

  private async model(visit: Visit, room: RoomRow, reasons: readonly Refusal[]): Promise<RoomPage> {
    const today = this.clock.today();
    const used = await this.reader.sessions({ ...stripFrame(today), roomId: room.id });
    const ahead = await this.reader.sessions({ from: this.clock.now(), roomId: room.id });
    return {
      room: roomView(visit, room),
      strip: useStrip(visit.speaker, used, { calendar: await this.calendar.current(), today }),
      sessions: ahead.slice(0, MOST_SHOWN).map((one) => sessionView(visit.speaker, one, this.clock.now())),
      availability: await this.availability.of(visit, { kind: 'room', id: room.id }, `/office/rooms/${room.code}`),
      mayChange: may(visit.actor, 'room.manage'),
      feed: await this.addresses.view({ kind: 'room', ownerId: room.id }),
      refusals: reasons.map((one) => refusalSaid(visit.speaker, one)),
    };
  }
}

function profileOf({ features, setUpMinutes, clearAwayMinutes, ...form }: RoomForm): RoomProfile {
  const { code, nameZh, nameEn, kind, seats, placeZh, placeEn } = form;
  return {
    code,
    nameZh,
    nameEn,
    kind,
    seats,
    placeZh,
    placeEn,
    features: featuresTyped(features),
    setUpMinutes: setUpMinutes ?? 0,
    clearAwayMinutes: clearAwayMinutes ?? 0,
  };
}
