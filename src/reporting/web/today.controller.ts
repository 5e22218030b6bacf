import { Controller, Get } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import { Clock, CurrentVisit, daysAfter, type Page, type Visit } from '../../platform/index.js';
import { TodayQueries } from '../data/today.js';
import { attention } from '../domain/attention.js';
import { daySpan } from '../domain/spans.js';
import { cohortSoonView, sessionView, split, todayPage, waitingView, wrongViews } from './today.page.js';

const SOON_DAYS = 14;
const CLOSED_DAYS_AHEAD = 90;

/** The office's first page: what today asks for, each with its next act. Eight questions, asked at once. */
@Controller('office')
@Requires('office.enter')
export class TodayController {
  constructor(private readonly queries: TodayQueries, private readonly clock: Clock) {}

  @Get()
  async show(@CurrentVisit() visit: Visit): Promise<Page> {
    const { queries } = this;
    const now = this.clock.now();
    const today = this.clock.today();
    const soonUntil = daysAfter(today, SOON_DAYS + 1);
    const ahead = daySpan(today, daysAfter(today, CLOSED_DAYS_AHEAD));
    const [sessions, soon, waiting, toCertify, overdue, coming, closed, failedMails] = await Promise.all([
      queries.sessions(daySpan(today, daysAfter(today, 1))), queries.soon(daySpan(today, soonUntil)), queries.waiting(today), queries.toCertify(),
      queries.overdue(today), queries.coming({ ...ahead, fromAt: now }), queries.closedDays(ahead), queries.failedMails(),
    ]);
    const closedDays = closed.map(({ date, name, nameEn }) => ({ date, name: visit.language === 'en' ? nameEn || name : name }));
    const wrong = attention({ today, coming, staffedUntil: soonUntil, closedDays, soon, overdue, failedMails });
    return todayPage({
      today, soonDays: SOON_DAYS,
      sessions: sessions.map((one) => sessionView(one, visit, now)),
      soon: soon.map((one) => cohortSoonView(one, visit, now)),
      ...split('waiting', waiting.map((one) => waitingView(one, visit))),
      ...split('toCertify', toCertify.map((one) => ({ ...one, href: `/office/cohorts/${encodeURIComponent(one.code)}/certificates` }))),
      ...wrongViews(wrong, visit),
    });
  }
}
