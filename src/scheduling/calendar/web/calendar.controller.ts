import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  isDay,
  Clock,
  CurrentContext,
  isRefused,
  NotFound,
  flash,
  type Page,
  readForm,
  seeOther,
  type SeeOther,
  textOf,
  QueryText,
  type RequestContext,
} from '../../../platform/index.js';
import { type Weekday } from '../../core/index.js';
import { DeclareClosure } from '../actions/academy-calendar.js';
import { LiftClosure } from '../actions/lift-closure.js';
import { FollowNotice } from '../actions/follow-notice.js';
import { ClosureForm, FollowsForm } from './calendar.form.js';
import { CalendarPages } from './calendar.page.js';

/**
 * The academy's year: the State Council's notice, make-up workdays, its own closures, and the
 * sessions that stand in their way.
 */
@Controller('office/calendar')
@Requires('calendar.manage')
export class CalendarController {
  constructor(
    private readonly pages: CalendarPages,
    private readonly declareClosure: DeclareClosure,
    private readonly liftClosure: LiftClosure,
    private readonly followNotice: FollowNotice,
    private readonly clock: Clock,
  ) {}

  @Get()
  index(@CurrentContext() context: RequestContext, @Query('year', QueryText) asked?: string): Promise<Page> {
    return this.pages.year(context, this.pages.yearOf(asked));
  }

  @Post('closures')
  async close(@CurrentContext() context: RequestContext, @Body() body: unknown): Promise<Page | SeeOther> {
    const read = readForm(ClosureForm, body, this.clock.today());
    const year = this.pages.yearOf(read.ok ? read.form.from.slice(0, 4) : undefined);
    if (!read.ok) return this.pages.year(context, year, { filled: read });
    const outcome = await this.declareClosure.execute(context.actor, {
      ...read.form,
      seen: textOf((body as { seen?: unknown } | null)?.seen),
    });
    if (isRefused(outcome) && outcome.reasons.some(({ code }) => code === 'hitsNotSeen'))
      return this.pages.beforeClosing(context, read.typed, read.form);
    if (isRefused(outcome))
      return this.pages.year(context, year, { filled: { typed: read.typed, refusals: outcome.reasons } });
    return seeOther(
      `/office/calendar?year=${year}`,
      flash(
        'calendar.closure_declared',
        { count: outcome.days, affected: outcome.affected.length },
        outcome.affected.length > 0 ? 'warning' : 'good',
      ),
    );
  }

  /** One day, or with `until` every closed day up to it. */
  @Post('closures/:date/lifting')
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

  @Post('make-up-days/:date/timetable')
  async follow(
    @CurrentContext() context: RequestContext,
    @Param('date') date: string,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const read = readForm(FollowsForm, body, this.clock.today());
    if (!read.ok) throw new NotFound();
    const follows = read.form.follows === null ? null : (Number(read.form.follows) as Weekday);
    await this.followNotice.execute(context.actor, date, follows);
    const year = textOf((body as { year?: unknown } | null)?.year);
    const back = `/office/calendar?year=${this.pages.yearOf(year || date.slice(0, 4))}`;
    if (follows === null) return seeOther(back, flash('calendar.follows_removed', { day: date }));
    return seeOther(
      back,
      flash('calendar.follows_done', { day: date, weekday: context.translator.t(`calendar.weekday.${follows}`) }),
    );
  }
}
