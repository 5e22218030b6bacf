import { Controller, Get, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { CurrentContext, type Page, QueryText, type RequestContext } from '../../../platform/index.js';
import { CalendarPages } from './calendar.page.js';

/** A calendar year: holiday notice, make-up workdays, closures, and affected sessions. */
@Controller('office/calendar')
@Requires('calendar.manage')
export class CalendarController {
  constructor(private readonly pages: CalendarPages) {}

  @Get()
  index(@CurrentContext() context: RequestContext, @Query('year', QueryText) year?: string): Promise<Page> {
    return this.pages.year(context, this.pages.yearOf(year));
  }
}
