import { Controller, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  CurrentContext,
  definePage,
  flash,
  type Page,
  seeOther,
  type SeeOther,
  type RequestContext,
  answerAct,
} from '../../../platform/index.js';
import { CloseRoom } from '../actions/close-room.js';
import { ReopenRoom } from '../actions/reopen-room.js';
import { type RoomPage } from './room.page.js';
import { RoomPages } from './room.page.js';

const showPage = definePage<RoomPage>('scheduling/resources/rooms/show');

@Controller('office/rooms')
@Requires('room.manage')
export class RoomClosureController {
  constructor(
    private readonly pages: RoomPages,
    private readonly closeRoom: CloseRoom,
    private readonly reopenRoom: ReopenRoom,
  ) {}

  @Post(':code/closure')
  async close(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page | SeeOther> {
    const room = await this.pages.byCode(code);
    return answerAct(await this.closeRoom.execute(context.actor, room.id), {
      done: () => seeOther(`/office/rooms/${code}`, flash('room.closed', { code })),
      again: async (refusals) => showPage(await this.pages.shown(context, room, refusals)),
    });
  }

  @Post(':code/reopening')
  async reopen(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<SeeOther> {
    await this.reopenRoom.execute(context.actor, (await this.pages.byCode(code)).id);
    return seeOther(`/office/rooms/${code}`, flash('room.reopened', { code }));
  }
}
