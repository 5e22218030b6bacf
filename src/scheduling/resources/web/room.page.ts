import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { Clock, found, type Refusal, type RequestContext, refusalTexts } from '../../../platform/index.js';
import { AcademyCalendarReader, type RoomRow, rooms, sessionView, TimetableReader } from '../../core/index.js';
import { FeedAddresses } from '../../feeds/index.js';
import { AvailabilityViews } from './availability.page.js';
import { type RoomPage, roomView } from './room-details.page.js';
import { stripFrame, useStrip } from './use-strip.js';

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
