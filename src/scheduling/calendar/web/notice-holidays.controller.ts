import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  isDay,
  CurrentContext,
  NotFound,
  flash,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  textOf,
  type RequestContext,
  answerForm,
  answerAct,
} from '../../../platform/index.js';
import { EnterHoliday } from '../actions/enter-holiday.js';
import { RemoveHoliday } from '../actions/remove-holiday.js';
import { holidayInEnglish } from '../domain/holiday-names.js';
import { HolidayForm } from './calendar.form.js';
import { CalendarPages } from './calendar.page.js';
import { middleOf, noticeAt, NoticeYear } from './notice-year.js';

/** Enters and removes holidays by hand. */
@Controller('office/calendar/notices/:year/holidays')
@Requires('calendar.manage')
export class NoticeHolidaysController {
  constructor(
    private readonly pages: CalendarPages,
    private readonly enterHoliday: EnterHoliday,
    private readonly removeHoliday: RemoveHoliday,
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
    return answerForm(readForm(HolidayForm, body, middleOf(year)), {
      act: (form) =>
        this.enterHoliday.execute(context.actor, year, {
          ...form,
          nameEn: form.nameEn ?? holidayInEnglish(form.nameZh),
        }),
      done: ({ days, affected }, { nameZh }) =>
        seeOther(
          noticeAt(year),
          flash(
            'calendar.holiday_entered',
            { name: nameZh, count: days, affected: affected.length },
            affected.length > 0 ? 'warning' : 'good',
          ),
        ),
      again: (holiday) => this.pages.byHand(context, year, { holiday }),
    });
  }

  /** One day, or all days of the holiday until `until`. */
  @Post(':date/removal')
  async remove(
    @CurrentContext() context: RequestContext,
    @NoticeYear() year: number,
    @Param('date') date: string,
    @Body() body: { until?: unknown } | null,
  ): Promise<Page | SeeOther> {
    const until = textOf(body?.until) || date;
    if (!isDay(date) || !isDay(until)) throw new NotFound();
    return answerAct(await this.removeHoliday.execute(context.actor, year, { from: date, until }), {
      done: ({ days }) => seeOther(noticeAt(year), flash('calendar.holiday_removed', { count: days })),
      again: () => this.pages.byHand(context, year),
    });
  }
}
