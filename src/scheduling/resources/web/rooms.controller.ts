import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  formView,
  type FormView,
  flash,
  optionsOf,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  typedFrom,
  type RequestContext,
  answerForm,
} from '../../../platform/index.js';
import { type SessionFormState, ROOM_KINDS } from '../../core/index.js';
import { AddRoom } from '../actions/add-room.js';
import { ChangeRoom } from '../actions/change-room.js';
import type { RoomProfile } from '../actions/room-profile.js';
import { featuresTyped, RoomForm } from './room.form.js';
import { type RoomFormPage, type RoomPage, roomView } from './room.page.js';
import { RoomPages } from './room.page.js';

const showPage = definePage<RoomPage>('scheduling/resources/rooms/show');
const formPage = definePage<RoomFormPage>('scheduling/resources/rooms/edit');

@Controller('office/rooms')
@Requires('room.manage')
export class RoomsController {
  constructor(
    private readonly pages: RoomPages,
    private readonly addRoom: AddRoom,
    private readonly changeRoom: ChangeRoom,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  blank(@CurrentContext() context: RequestContext): Page {
    return formPage({ room: null, form: this.form(context, { typed: { kind: 'room' } }) });
  }

  @Post()
  add(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    return answerForm(readForm(RoomForm, body, this.clock.today()), {
      act: (form) => this.addRoom.execute(context.actor, profileOf(form)),
      done: (_, { code }) => seeOther(`/office/rooms/${code}`, flash('room.added', { code })),
      again: (filled) => formPage({ room: null, form: this.form(context, filled) }),
    });
  }

  @Get(':code')
  @Requires('availability.manage')
  async show(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    return showPage(await this.pages.shown(context, await this.pages.byCode(code)));
  }

  @Get(':code/edit')
  async edit(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    const room = await this.pages.byCode(code);
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
    const room = await this.pages.byCode(code);
    return answerForm(readForm(RoomForm, body, this.clock.today()), {
      act: (form) => this.changeRoom.execute(context.actor, room.id, profileOf(form)),
      done: ({ tooClose }, form) =>
        seeOther(
          `/office/rooms/${form.code}`,
          tooClose === 0
            ? flash('room.changed', { code: form.code })
            : flash('room.changed_too_close', { code: form.code, count: tooClose }, 'warning'),
        ),
      again: (filled) => formPage({ room: roomView(context, room), form: this.form(context, filled) }),
    });
  }

  private form(context: RequestContext, filled: SessionFormState): FormView<RoomForm> {
    return formView(RoomForm, context.translator, {
      ...filled,
      options: { kind: optionsOf(context.translator, 'room.kind', ROOM_KINDS) },
    });
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
