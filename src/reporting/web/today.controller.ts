import { Controller, Get } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import { Clock, CurrentContext, daysAfter, type Page, type RequestContext } from '../../platform/index.js';
import { TasksOfToday } from '../data/tasks/tasks-of-today.js';
import { TodayQueries } from '../data/today.js';
import { attention } from '../domain/attention.js';
import { daySpan } from '../domain/spans.js';
import { cohortSoonView, sessionView, split, todayPage, waitingView, wrongViews } from './today.page.js';

const SOON_DAYS = 14;
const CLOSED_DAYS_AHEAD = 90;

/**
 * The office's first page: what to do today, each with its next step. Whatever is also a task comes from the same
 * source.
 */
@Controller('office')
@Requires('office.enter')
export class TodayController {
  constructor(
    private readonly queries: TodayQueries,
    private readonly clock: Clock,
    private readonly tasks: TasksOfToday,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext): Promise<Page> {
    const { queries } = this;
    const now = this.clock.now();
    const today = this.clock.today();
    const soonUntil = daysAfter(today, SOON_DAYS + 1);
    const ahead = daySpan(today, daysAfter(today, CLOSED_DAYS_AHEAD));
    const [sessions, soon, waiting, coming, closed, failedMails, tasks] = await Promise.all([
      queries.sessions(daySpan(today, daysAfter(today, 1))),
      queries.soon(daySpan(today, soonUntil)),
      queries.waiting(today),
      queries.coming({ ...ahead, fromAt: now }),
      queries.closedDays(ahead),
      queries.failedMails(),
      this.tasks.read({ now, today, actor: context.actor }),
    ]);
    const closedDays = closed.map(({ date, name, nameEn }) => ({
      date,
      name: context.language === 'en' ? nameEn || name : name,
    }));
    const wrong = attention({
      today,
      coming,
      unstaffed: tasks.toStaff,
      toDecide: tasks.toDecide,
      staffedUntil: soonUntil,
      closedDays,
      soon,
      overdue: tasks.toComplete,
      failedMails,
    });
    return todayPage({
      today,
      taskCount: tasks.count,
      soonDays: SOON_DAYS,
      sessions: sessions.map((one) => sessionView(one, context, now)),
      soon: soon.map((one) => cohortSoonView(one, context, now)),
      ...split(
        'waiting',
        waiting.map((one) => waitingView(one, context)),
      ),
      ...split(
        'toCertify',
        tasks.toIssue.map((one) => ({ ...one, href: `/office/cohorts/${encodeURIComponent(one.code)}/certificates` })),
      ),
      ...wrongViews(wrong, context),
    });
  }
}
