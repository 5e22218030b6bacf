import { Controller, Get, Query } from '@nestjs/common';
import { may, Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type Page,
  QueryText,
  type RequestContext,
} from '../../../platform/index.js';
import { AcademyCalendarReader, rooms, TimetableReader } from '../../core/index.js';
import { matchesQuery, roomFilters, roomQuery, type RoomsPage, roomView } from './room.page.js';
import { stripFrame, useStrip } from './use-strip.js';

const listPage = definePage<RoomsPage>('scheduling/resources/rooms/index');

@Controller('office/rooms')
@Requires('availability.manage')
export class RoomListController {
  constructor(
    private readonly reader: TimetableReader,
    private readonly calendar: AcademyCalendarReader,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(
    @CurrentContext() context: RequestContext,
    @Query(QueryText) query: Readonly<Record<string, string | undefined>>,
  ): Promise<Page> {
    const all = await rooms(this.reader.query);
    const filter = roomQuery(query);
    const matching = all.filter((room) => matchesQuery(room, filter));
    const today = this.clock.today();
    const calendar = await this.calendar.current();
    const sessions = await this.reader.sessions(stripFrame(today));
    return listPage({
      rooms: matching.map((room) => ({
        ...roomView(context, room),
        strip: useStrip(
          context.translator,
          sessions.filter((one) => one.roomId === room.id),
          { calendar, today },
        ),
      })),
      found: matching.length,
      ...roomFilters(context, all, filter),
      mayChange: may(context.actor, 'room.manage'),
    });
  }
}
