import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  isDay,
  Clock,
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
} from '../../../platform/index.js';
import { unlessUnseen } from '../../core/index.js';
import { DeclareClosure } from '../actions/declare-closure.js';
import { LiftClosure } from '../actions/lift-closure.js';
import { ClosureForm } from './calendar.form.js';
import { CalendarPages } from './calendar.page.js';

/** Declares and lifts closures. */
@Controller('office/calendar/closures')
@Requires('calendar.manage')
export class ClosuresController {
  constructor(
    private readonly pages: CalendarPages,
    private readonly declareClosure: DeclareClosure,
    private readonly liftClosure: LiftClosure,
    private readonly clock: Clock,
  ) {}

  /** GET for the address of a failed form, which is requested on reload or change of language. */
  @Get()
  again(): SeeOther {
    return seeOther('/office/calendar');
  }

  @Post()
  async close(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    const read = readForm(ClosureForm, body, this.clock.today());
    const year = this.pages.yearOf(read.ok ? read.form.from.slice(0, 4) : undefined);
    const seen = textOf((body as { seen?: unknown } | null)?.seen);
    return answerForm(read, {
      act: async (form) => unlessUnseen(await this.declareClosure.execute(context.actor, { ...form, seen })),
      done: (declared, form) =>
        declared === null
          ? this.pages.beforeClosing(context, read.typed, form)
          : seeOther(
              `/office/calendar?year=${year}`,
              flash(
                'calendar.closure_declared',
                { count: declared.days, affected: declared.affected.length },
                declared.affected.length > 0 ? 'warning' : 'good',
              ),
            ),
      again: (filled) => this.pages.year(context, year, { filled }),
    });
  }

  /** One day, or all closed days until `until`. */
  @Post(':date/lifting')
  async lift(
    @CurrentContext() context: RequestContext,
    @Param('date') date: string,
    @Body() body: { until?: unknown } | null,
  ): Promise<SeeOther> {
    const until = textOf(body?.until) || date;
    if (!isDay(date) || !isDay(until)) throw new NotFound();
    const days = await this.liftClosure.execute(context.actor, date, until);
    return seeOther(
      `/office/calendar?year=${date.slice(0, 4)}`,
      days === 1 ? flash('calendar.closure_lifted', { date }) : flash('calendar.lifted_span', { count: days }),
    );
  }
}
