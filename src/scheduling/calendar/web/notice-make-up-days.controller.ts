import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  CurrentContext,
  isRefused,
  flash,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  type RequestContext,
  type Weekday,
} from '../../../platform/index.js';
import { EnterMakeUpDay } from '../actions/enter-make-up-day.js';
import { RemoveMakeUpDay } from '../actions/remove-make-up-day.js';
import { holidayInEnglish } from '../domain/holiday-names.js';
import { MakeUpDayForm } from './calendar.form.js';
import { CalendarPages } from './calendar.page.js';
import { middleOf, noticeAt, noticeYear } from './notice-year.js';

/** The make-up workdays of a year's notice, by hand. */
@Controller('office/calendar/notices/:year/make-up-days')
@Requires('calendar.manage')
export class NoticeMakeUpDaysController {
  constructor(
    private readonly pages: CalendarPages,
    private readonly enterMakeUpDay: EnterMakeUpDay,
    private readonly removeMakeUpDay: RemoveMakeUpDay,
  ) {}

  /** A page that answered a form is asked for again as an address: reloaded, or in the other language. */
  @Get()
  again(@Param('year') asked: string): SeeOther {
    return seeOther(noticeAt(noticeYear(asked)));
  }

  @Post()
  async add(
    @CurrentContext() context: RequestContext,
    @Param('year') asked: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const year = noticeYear(asked);
    const read = readForm(MakeUpDayForm, body, middleOf(year));
    if (!read.ok) return this.pages.byHand(context, year, { makeUp: read });
    const { date, holidayZh, holidayEn, follows } = read.form;
    const outcome = await this.enterMakeUpDay.execute(context.actor, year, {
      date,
      nameZh: holidayZh,
      nameEn: holidayEn ?? holidayInEnglish(holidayZh),
      follows: follows === null ? null : (Number(follows) as Weekday),
    });
    if (isRefused(outcome))
      return this.pages.byHand(context, year, { makeUp: { typed: read.typed, refusals: outcome.reasons } });
    return seeOther(noticeAt(year), flash('calendar.make_up_entered', { day: date }));
  }

  @Post(':date/removal')
  async remove(
    @CurrentContext() context: RequestContext,
    @Param() { year: asked, date }: { year: string; date: string },
  ): Promise<Page | SeeOther> {
    const year = noticeYear(asked);
    const outcome = await this.removeMakeUpDay.execute(context.actor, year, date);
    return isRefused(outcome)
      ? this.pages.byHand(context, year)
      : seeOther(noticeAt(year), flash('calendar.make_up_removed', { day: date }));
  }
}
