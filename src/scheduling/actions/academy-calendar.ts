import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { may } from '../../accounts/index.js';
import { type Actor, daysAfter, isRefused, NotAllowed, NotFound, refuse, refused, type Refused, type Transaction, UnitOfWork } from '../../platform/index.js';
import { CalendarDay, HolidayNoticeRow } from '../data/calendar-day.entity.js';
import { type AffectedSession, sessionsOnClosedDays } from '../data/closed-day-sessions.js';
import { daysBetween } from '../domain/days.js';
import { readHolidayFile } from '../domain/holiday-file.js';
import type { SchedulingRefusalCode } from '../domain/refusals.js';

/** Longest closure in days. */
export const LONGEST_CLOSURE = 60;

export interface NoticeLoaded {
  readonly year: number;
  readonly published: boolean;
  readonly days: number;
  /** Sessions ahead that now fall on a holiday or closure. */
  readonly affected: readonly AffectedSession[];
}

@Injectable()
export class LoadHolidayNotice {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Loads one year's notice from the text of its file: all of it, or nothing. A later notice replaces an earlier one. */
  from(actor: Actor, text: string): Promise<NoticeLoaded | Refused<SchedulingRefusalCode>> {
    if (!may(actor, 'calendar.manage')) throw new NotAllowed();
    const notice = readHolidayFile(text);
    if (isRefused(notice)) return Promise.resolve(notice);
    return this.unitOfWork.run(actor, async (tx) => {
      const { year, papers, days, published } = notice;
      await tx.of(HolidayNoticeRow).upsert({ year, papers, loadedAt: tx.now }, ['year']);
      await tx.of(CalendarDay).delete({ noticeYear: year });
      if (days.length > 0) {
        await tx.of(CalendarDay).delete({ date: In(days.map((day) => day.date)), kind: In(['holiday', 'makeUpWorkday']) });
        await tx.of(CalendarDay).insert(days.map(({ date, kind, name }) => ({ date, kind, name, nameEn: HOLIDAYS_IN_ENGLISH[name] ?? null, noticeYear: year })));
      }
      await tx.audit('calendar.noticeLoaded', { type: 'calendar', id: String(year), label: String(year) }, { papers, days: days.length });
      return { year, published, days: days.length, affected: await affectedIn(tx) };
    });
  }
}

const HOLIDAYS_IN_ENGLISH: Readonly<Record<string, string>> = {
  元旦: 'New Year', 春节: 'Spring Festival', 清明节: 'Qingming Festival', 劳动节: 'Labour Day', 端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival', 国庆节: 'National Day', '国庆节、中秋节': 'National Day and Mid-Autumn Festival', '中秋节、国庆节': 'Mid-Autumn Festival and National Day',
};

export interface WantedClosure {
  readonly from: string;
  readonly until: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
}

@Injectable()
export class DeclareClosure {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Closes the academy from one day to another, both included; days closed already stay as they are. */
  on(actor: Actor, { from, until, nameZh, nameEn }: WantedClosure): Promise<{ days: number; affected: readonly AffectedSession[] } | Refused<SchedulingRefusalCode>> {
    if (!may(actor, 'calendar.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const length = daysBetween(from, until) + 1;
      if (length < 1) return refused(refuse('closureReversed', { from, until }, 'until'));
      if (length > LONGEST_CLOSURE) return refused(refuse('closureTooLong', { most: LONGEST_CLOSURE, asked: length }, 'until'));
      const wanted = Array.from({ length }, (_, day) => daysAfter(from, day));
      const known = await tx.of(CalendarDay).findBy({ date: In(wanted), kind: In(['closure', 'holiday']) });
      const fresh = wanted.filter((date) => known.every((day) => day.date !== date));
      if (fresh.length === 0) return refused(refuse('closureNothingNew', { from, until }, 'from'));
      const closed = fresh.map((date) => ({ date, kind: 'closure' as const, name: nameZh, nameEn, noticeYear: null }));
      await tx.of(CalendarDay).createQueryBuilder().insert().values(closed).orIgnore().execute();
      await tx.audit('calendar.closureDeclared', { type: 'calendar', id: from, label: nameZh }, { from, until, days: fresh.length });
      return { days: fresh.length, affected: await affectedIn(tx) };
    });
  }

  /** Takes the closure of one day back. @throws NotFound for a day that is not closed. */
  lift(actor: Actor, date: string): Promise<void> {
    if (!may(actor, 'calendar.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const day = await tx.of(CalendarDay).findOneBy({ date, kind: 'closure' });
      if (!day) throw new NotFound();
      await tx.of(CalendarDay).delete({ date, kind: 'closure' });
      await tx.audit('calendar.closureLifted', { type: 'calendar', id: date, label: day.name });
    });
  }
}

function affectedIn(tx: Transaction): Promise<readonly AffectedSession[]> {
  return sessionsOnClosedDays(tx.rows.bind(tx), tx.now);
}
