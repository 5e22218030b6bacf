import { Body, Controller, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  NotFound,
  flash,
  readForm,
  seeOther,
  type SeeOther,
  textOf,
  type RequestContext,
  type Weekday,
  answerForm,
} from '../../../platform/index.js';
import { FollowNotice } from '../actions/follow-notice.js';
import { FollowsForm } from './calendar.form.js';
import { CalendarPages } from './calendar.page.js';

@Controller('office/calendar/make-up-days/:date')
@Requires('calendar.manage')
export class MakeUpDaysController {
  constructor(
    private readonly pages: CalendarPages,
    private readonly followNotice: FollowNotice,
    private readonly clock: Clock,
  ) {}

  @Post('timetable')
  async follow(
    @CurrentContext() context: RequestContext,
    @Param('date') date: string,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const year = textOf((body as { year?: unknown } | null)?.year);
    const back = `/office/calendar?year=${this.pages.yearOf(year || date.slice(0, 4))}`;
    return answerForm(readForm(FollowsForm, body, this.clock.today()), {
      act: async (form) => {
        const follows = form.follows === null ? null : (Number(form.follows) as Weekday);
        await this.followNotice.execute(context.actor, date, follows);
        return follows;
      },
      done: (follows) =>
        seeOther(
          back,
          follows === null
            ? flash('calendar.follows_removed', { day: date })
            : flash('calendar.follows_done', {
                day: date,
                weekday: context.translator.t(`calendar.weekday.${follows}`),
              }),
        ),
      again: () => {
        throw new NotFound();
      },
    });
  }
}
