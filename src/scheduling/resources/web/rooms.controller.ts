import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { may, Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  formView,
  type FormView,
  found,
  isRefused,
  flash,
  optionsOf,
  type Page,
  readForm,
  type Refusal,
  seeOther,
  type SeeOther,
  typedFrom,
  QueryText,
  type RequestContext,
} from '../../../platform/index.js';
import {
  AcademyCalendarReader,
  type Filled,
  refusalText,
  ROOM_KINDS,
  type RoomRow,
  rooms,
  sessionView,
  TimetableReader,
} from '../../core/index.js';
import { FeedAddresses } from '../../feeds/index.js';
import { AddRoom, ChangeRoom, CloseRoom, type RoomProfile } from '../actions/rooms.js';
import { ReopenRoom } from '../actions/reopen-room.js';
import { AvailabilityViews } from './availability.page.js';
import { featuresTyped, RoomForm } from './resource.form.js';
import {
  isAsked,
  roomFilters,
  type RoomFormPage,
  type RoomPage,
  roomsAsked,
  type RoomsPage,
  roomView,
} from './room.page.js';
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
    private readonly reopenRoom: ReopenRoom,
    private readonly availability: AvailabilityViews,
    private readonly addresses: FeedAddresses,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('availability.manage')
  async index(
    @CurrentContext() context: RequestContext,
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
        ...roomView(context, room),
        strip: useStrip(
          context.translator,
          sessions.filter((one) => one.roomId === room.id),
          { calendar, today },
        ),
      })),
      found: wanted.length,
      ...roomFilters(context, all, asked),
      mayChange: may(context.actor, 'room.manage'),
    });
  }

  @Get('new')
  blank(@CurrentContext() context: RequestContext): Page {
    return formPage({ room: null, form: this.form(context, { typed: { kind: 'room' } }) });
  }

  @Post()
  async add(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    const read = readForm(RoomForm, body, this.clock.today());
    if (!read.ok) return formPage({ room: null, form: this.form(context, read) }, 422);
    const outcome = await this.addRoom.execute(context.actor, profileOf(read.form));
    if (isRefused(outcome))
      return formPage({ room: null, form: this.form(context, { typed: read.typed, refusals: outcome.reasons }) }, 422);
    return seeOther(`/office/rooms/${read.form.code}`, flash('room.added', { code: read.form.code }));
  }

  @Get(':code')
  @Requires('availability.manage')
  async show(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    return showPage(await this.model(context, await this.known(code), []));
  }

  @Get(':code/edit')
  async edit(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    const room = await this.known(code);
    return formPage({
      room: roomView(context, room),
      form: this.form(context, { typed: typedFrom({ ...room, features: room.features.join('\n') }) }),
    });
  }

  @Post(':code')
  async change(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const room = await this.known(code);
    const read = readForm(RoomForm, body, this.clock.today());
    if (!read.ok) return formPage({ room: roomView(context, room), form: this.form(context, read) }, 422);
    const outcome = await this.changeRoom.execute(context.actor, room.id, profileOf(read.form));
    if (isRefused(outcome))
      return formPage(
        { room: roomView(context, room), form: this.form(context, { typed: read.typed, refusals: outcome.reasons }) },
        422,
      );
    const { tooClose } = outcome;
    const said =
      tooClose === 0
        ? flash('room.changed', { code: read.form.code })
        : flash('room.changed_too_close', { code: read.form.code, count: tooClose }, 'warning');
    return seeOther(`/office/rooms/${read.form.code}`, said);
  }

  @Post(':code/closure')
  async close(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page | SeeOther> {
    const room = await this.known(code);
    const outcome = await this.closeRoom.execute(context.actor, room.id);
    if (isRefused(outcome)) return showPage(await this.model(context, room, outcome.reasons), 422);
    return seeOther(`/office/rooms/${code}`, flash('room.closed', { code }));
  }

  @Post(':code/reopening')
  async reopen(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<SeeOther> {
    await this.reopenRoom.execute(context.actor, (await this.known(code)).id);
    return seeOther(`/office/rooms/${code}`, flash('room.reopened', { code }));
  }

  private async known(code: string): Promise<RoomRow> {
    return found((await rooms(this.reader.query)).find((room) => room.code === code));
  }

  private form(context: RequestContext, filled: Filled): FormView<RoomForm> {
    return formView(RoomForm, context.translator, {
      ...filled,
      options: { kind: optionsOf(context.translator, 'room.kind', ROOM_KINDS) },
    });
  }

  private async model(context: RequestContext, room: RoomRow, reasons: readonly Refusal[]): Promise<RoomPage> {
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
      refusals: reasons.map((one) => refusalText(context.translator, one)),
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
