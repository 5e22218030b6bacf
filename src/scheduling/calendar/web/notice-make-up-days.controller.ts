import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  CurrentContext,
  flash,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  type RequestContext,
  type Weekday,
  answerForm,
  answerAct,
} from '../../../platform/index.js';
import { EnterMakeUpDay } from '../actions/enter-make-up-day.js';
import { RemoveMakeUpDay } from '../actions/remove-make-up-day.js';
import { holidayInEnglish } from '../domain/holiday-names.js';
import { MakeUpDayForm } from './calendar.form.js';
import { CalendarPages } from './calendar.page.js';
import { middleOf, noticeAt, NoticeYear } from './notice-year.js';

/** Enters and removes make-up workdays by hand. */
@Controller('office/calendar/notices/:year/make-up-days')
@Requires('calendar.manage')
export class NoticeMakeUpDaysController {
  constructor(
    private readonly pages: CalendarPages,
    private readonly enterMakeUpDay: EnterMakeUpDay,
    private readonly removeMakeUpDay: RemoveMakeUpDay,
  ) {}

  /** GET for the address of a failed form, which is requested on reload or change of language. */
  @Get()
  again(@NoticeYear() year: number): SeeOther {
    return seeOther(noticeAt(year));
  }

  @Post()
  async add(
    @CurrentContext() context: RequestContext,
    @NoticeYear() year: number,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    return answerForm(readForm(MakeUpDayForm, body, middleOf(year)), {
      act: ({ date, holidayZh, holidayEn, follows }) =>
        this.enterMakeUpDay.execute(context.actor, year, {
          date,
          nameZh: holidayZh,
          nameEn: holidayEn ?? holidayInEnglish(holidayZh),
          follows: follows === null ? null : (Number(follows) as Weekday),
        }),
      done: (_, { date }) => seeOther(noticeAt(year), flash('calendar.make_up_entered', { day: date })),
      again: (makeUp) => this.pages.byHand(context, year, { makeUp }),
    });
  }

  @Post(':date/removal')
  async remove(
    @CurrentContext() context: RequestContext,
    @NoticeYear() year: number,
    @Param('date') date: string,
  ): Promise<Page | SeeOther> {
    return answerAct(await this.removeMakeUpDay.execute(context.actor, year, date), {
      done: () => seeOther(noticeAt(year), flash('calendar.make_up_removed', { day: date })),
      again: () => this.pages.byHand(context, year),
    });
  }
}
