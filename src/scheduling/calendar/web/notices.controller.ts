import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  isDay,
  Clock,
  CurrentContext,
  definePage,
  fileOf,
  isRefused,
  NotFound,
  flash,
  type Page,
  readForm,
  refuse,
  seeOther,
  type SeeOther,
  TakesFiles,
  textOf,
  type RequestContext,
} from '../../../platform/index.js';
import { refusalText, TimetableReader, type Weekday } from '../../core/index.js';
import { LoadHolidayNotice } from '../actions/academy-calendar.js';
import { EnterNotice } from '../actions/enter-notice.js';
import { noticePreview, standingNotice } from '../data/notices.js';
import { holidayFileOf, type HolidayNotice, readHolidayBytes, readHolidayFile } from '../domain/holiday-file.js';
import { holidayInEnglish } from '../domain/holiday-names.js';
import { HolidayForm, MakeUpDayForm } from './calendar.form.js';
import { CalendarPages } from './calendar.page.js';
import { type DifferencePage, differenceView } from './notice-difference.page.js';

const differencePage = definePage<DifferencePage>('scheduling/calendar/difference');

/** A year's notice: loaded from a file once the difference was seen, or entered and corrected by hand. */
@Controller('office/calendar')
@Requires('calendar.manage')
export class NoticesController {
  constructor(
    private readonly pages: CalendarPages,
    private readonly reader: TimetableReader,
    private readonly loadNotice: LoadHolidayNotice,
    private readonly enterNotice: EnterNotice,
    private readonly clock: Clock,
  ) {}

  /** What a file would change; nothing is loaded. */
  @Post('differences')
  @TakesFiles({ files: 1, bytes: 5 * 1024 * 1024 })
  async compare(
    @CurrentContext() context: RequestContext,
    @Body() body: { notice?: unknown; year?: unknown } | null,
  ): Promise<Page> {
    const file = fileOf(body?.notice);
    const year = this.pages.yearOf(textOf(body?.year));
    if (!file) return this.pages.year(context, year, { fileReasons: [refuse('holidayFileMissing')] });
    const read = readHolidayBytes(await file.toBuffer());
    return isRefused(read)
      ? this.pages.year(context, year, { fileReasons: read.reasons })
      : this.difference(context, read);
  }

  @Post('notices')
  async load(
    @CurrentContext() context: RequestContext,
    @Body() body: { notice?: unknown; seen?: unknown } | null,
  ): Promise<Page | SeeOther> {
    const text = textOf(body?.notice);
    const read = readHolidayFile(text);
    if (isRefused(read))
      return this.pages.year(context, this.pages.yearOf(undefined), {
        fileReasons: text === '' ? [refuse('holidayFileMissing')] : read.reasons,
      });
    const outcome = await this.loadNotice.execute(context.actor, text, textOf(body?.seen));
    if (isRefused(outcome))
      return this.difference(
        context,
        read,
        outcome.reasons.map((one) => refusalText(context.translator, one)),
      );
    const key = outcome.published ? 'calendar.notice_loaded' : 'calendar.notice_empty';
    return seeOther(
      `/office/calendar?year=${outcome.year}`,
      flash(
        key,
        { year: String(outcome.year), days: outcome.days, count: outcome.affected.length },
        outcome.affected.length > 0 ? 'warning' : 'good',
      ),
    );
  }

  /** A page that answered a form is asked for again as an address: reloaded, or in the other language. */
  @Get(['differences', 'notices', 'closures'])
  again(): SeeOther {
    return seeOther('/office/calendar');
  }

  @Get(['notices/:year/holidays', 'notices/:year/make-up-days'])
  againByHand(@Param('year') asked: string): SeeOther {
    return seeOther(handAt(this.known(asked)));
  }

  @Get('notices/:year')
  byHand(@CurrentContext() context: RequestContext, @Param('year') asked: string): Promise<Page> {
    return this.pages.byHand(context, this.known(asked));
  }

  @Post('notices/:year/holidays')
  async addHoliday(
    @CurrentContext() context: RequestContext,
    @Param('year') asked: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const year = this.known(asked);
    const read = readForm(HolidayForm, body, middleOf(year));
    if (!read.ok) return this.pages.byHand(context, year, { holiday: read });
    const { nameZh, nameEn } = read.form;
    const outcome = await this.enterNotice.holiday(context.actor, year, {
      ...read.form,
      nameEn: nameEn ?? holidayInEnglish(nameZh),
    });
    if (isRefused(outcome))
      return this.pages.byHand(context, year, { holiday: { typed: read.typed, refusals: outcome.reasons } });
    return seeOther(
      handAt(year),
      flash(
        'calendar.holiday_entered',
        { name: nameZh, count: outcome.days, affected: outcome.affected.length },
        outcome.affected.length > 0 ? 'warning' : 'good',
      ),
    );
  }

  /** One day, or with `until` every day of the holiday up to it. */
  @Post('notices/:year/holidays/:date/removal')
  async removeHoliday(
    @CurrentContext() context: RequestContext,
    @Param() { year: asked, date }: { year: string; date: string },
    @Body() body: { until?: unknown } | null,
  ): Promise<Page | SeeOther> {
    const year = this.known(asked);
    const until = textOf(body?.until) || date;
    if (!isDay(date) || !isDay(until)) throw new NotFound();
    const outcome = await this.enterNotice.removeHoliday(context.actor, year, { from: date, until });
    return isRefused(outcome)
      ? this.pages.byHand(context, year)
      : seeOther(handAt(year), flash('calendar.holiday_removed', { count: outcome.days }));
  }

  @Post('notices/:year/make-up-days')
  async addMakeUpDay(
    @CurrentContext() context: RequestContext,
    @Param('year') asked: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const year = this.known(asked);
    const read = readForm(MakeUpDayForm, body, middleOf(year));
    if (!read.ok) return this.pages.byHand(context, year, { makeUp: read });
    const { date, holidayZh, holidayEn, follows } = read.form;
    const outcome = await this.enterNotice.makeUpDay(context.actor, year, {
      date,
      nameZh: holidayZh,
      nameEn: holidayEn ?? holidayInEnglish(holidayZh),
      follows: follows === null ? null : (Number(follows) as Weekday),
    });
    if (isRefused(outcome))
      return this.pages.byHand(context, year, { makeUp: { typed: read.typed, refusals: outcome.reasons } });
    return seeOther(handAt(year), flash('calendar.make_up_entered', { day: date }));
  }

  @Post('notices/:year/make-up-days/:date/removal')
  async removeMakeUpDay(
    @CurrentContext() context: RequestContext,
    @Param() { year: asked, date }: { year: string; date: string },
  ): Promise<Page | SeeOther> {
    const year = this.known(asked);
    const outcome = await this.enterNotice.removeMakeUpDay(context.actor, year, date);
    return isRefused(outcome)
      ? this.pages.byHand(context, year)
      : seeOther(handAt(year), flash('calendar.make_up_removed', { day: date }));
  }

  private async difference(
    context: RequestContext,
    read: HolidayNotice,
    problems: readonly string[] = [],
  ): Promise<Page> {
    const standing = await standingNotice(this.reader.query, read.year);
    const preview = await noticePreview(this.reader.query, this.clock.now(), read);
    return differencePage(
      differenceView(context.translator, { preview, standing, text: holidayFileOf(read), problems }),
      problems.length > 0 ? 422 : 200,
    );
  }

  private known(asked: string): number {
    const year = this.pages.yearOf(asked);
    if (String(year) !== asked) throw new NotFound();
    return year;
  }
}

/** Days typed without a year are meant in the year of the notice. */
function middleOf(year: number): string {
  return `${year}-07-01`;
}

function handAt(year: number): string {
  return `/office/calendar/notices/${year}`;
}
