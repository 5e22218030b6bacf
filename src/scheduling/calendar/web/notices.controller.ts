import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  fileOf,
  flash,
  type Page,
  refuse,
  seeOther,
  type SeeOther,
  TakesFiles,
  textOf,
  type RequestContext,
  refusalTexts,
  answerAct,
  refused,
  type Refusal,
} from '../../../platform/index.js';
import { TimetableReader } from '../../core/index.js';
import { LoadHolidayNotice } from '../actions/load-holiday-notice.js';
import { noticePreview, standingNotice } from '../data/notices.js';
import { holidayFileOf, type HolidayNotice, readHolidayBytes, readHolidayFile } from '../domain/holiday-file.js';
import { CalendarPages } from './calendar.page.js';
import { type DifferencePage, differenceView } from './notice-difference.page.js';
import { NoticeYear } from './notice-year.js';

const differencePage = definePage<DifferencePage>('scheduling/calendar/difference');

/** A year's notice: loading a file after showing the difference, and the page for changes by hand. */
@Controller('office/calendar')
@Requires('calendar.manage')
export class NoticesController {
  constructor(
    private readonly pages: CalendarPages,
    private readonly reader: TimetableReader,
    private readonly loadNotice: LoadHolidayNotice,
    private readonly clock: Clock,
  ) {}

  /** Shows what a file would change; loads nothing. */
  @Post('differences')
  @TakesFiles({ files: 1, bytes: 5 * 1024 * 1024 })
  async compare(
    @CurrentContext() context: RequestContext,
    @Body() body: { notice?: unknown; year?: unknown } | null,
  ): Promise<Page> {
    const file = fileOf(body?.notice);
    const year = this.pages.yearOf(textOf(body?.year));
    return answerAct(file ? readHolidayBytes(await file.toBuffer()) : refused(refuse('holidayFileMissing')), {
      done: (notice) => this.difference(context, notice),
      again: (fileReasons) => this.pages.year(context, year, { fileReasons }),
    });
  }

  @Post('notices')
  async load(
    @CurrentContext() context: RequestContext,
    @Body() body: { notice?: unknown; seen?: unknown } | null,
  ): Promise<Page | SeeOther> {
    const text = textOf(body?.notice);
    return answerAct(text === '' ? refused(refuse('holidayFileMissing')) : readHolidayFile(text), {
      done: (notice) => this.publish(context, notice, { text, seen: textOf(body?.seen) }),
      again: (fileReasons) => this.pages.year(context, this.pages.yearOf(undefined), { fileReasons }),
    });
  }

  /** GET for the address of a failed form, which is requested on reload or change of language. */
  @Get(['differences', 'notices'])
  again(): SeeOther {
    return seeOther('/office/calendar');
  }

  @Get('notices/:year')
  byHand(@CurrentContext() context: RequestContext, @NoticeYear() year: number): Promise<Page> {
    return this.pages.byHand(context, year);
  }

  private async publish(
    context: RequestContext,
    notice: HolidayNotice,
    { text, seen }: { readonly text: string; readonly seen: string },
  ): Promise<Page | SeeOther> {
    return answerAct(await this.loadNotice.execute(context.actor, text, seen), {
      done: ({ year, published, days, affected }) =>
        seeOther(
          `/office/calendar?year=${year}`,
          flash(
            published ? 'calendar.notice_loaded' : 'calendar.notice_empty',
            { year: String(year), days, count: affected.length },
            affected.length > 0 ? 'warning' : 'good',
          ),
        ),
      again: (refusals) => this.difference(context, notice, refusals),
    });
  }

  private async difference(
    context: RequestContext,
    read: HolidayNotice,
    refusals: readonly Refusal[] = [],
  ): Promise<Page> {
    const problems = refusalTexts(context.translator, refusals);
    const standing = await standingNotice(this.reader.query, read.year);
    const preview = await noticePreview(this.reader.query, this.clock.now(), read);
    return differencePage(
      differenceView(context.translator, { preview, standing, text: holidayFileOf(read), problems }),
    );
  }
}
