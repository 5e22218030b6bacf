import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
  daysAfter,
  isRefused,
  NotAllowed,
  refuse,
  refused,
  type Refused,
  UnitOfWork,
} from '../../../platform/index.js';
import { CalendarDay, daysBetween, seenOf } from '../../core/index.js';
import { affectedByClosedDays, type AffectedSession, sessionsOnDays } from '../data/closed-day-sessions.js';
import { lockNotice } from '../data/lock-notice.js';
import { noticePreview } from '../data/notices.js';
import { readHolidayFile } from '../domain/holiday-file.js';
import type { NoticeRefusalCode } from '../domain/refusals.js';
import { writeNotice } from './write-notice.js';

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

  /**
   * Loads one year's notice from the text of its file: all of it, or nothing.
   * It replaces that year's days only; what people said of them stays.
   * @param seen the fingerprint of the difference that was shown; refused where the difference is another by now
   */
  execute(actor: Actor, text: string, seen?: string): Promise<NoticeLoaded | Refused<NoticeRefusalCode>> {
    if (!may(actor, 'calendar.manage')) throw new NotAllowed();
    const notice = readHolidayFile(text);
    if (isRefused(notice)) return Promise.resolve(notice);
    return this.unitOfWork.run(actor, async (tx) => {
      const { year, papers } = notice;
      await lockNotice(tx, year);
      const { days, fingerprint, ...difference } = await noticePreview(tx.query, tx.now, notice);
      if (seen !== undefined && seen !== fingerprint)
        return refused(refuse('noticeChangedMeanwhile', { year: String(year) }));
      const origin = {
        source: 'file' as const,
        papers,
        loadedAt: tx.now,
        loadedBy: actor.name,
        correctedAt: null,
        correctedBy: null,
      };
      await writeNotice(tx, { year, origin, days }, difference);
      const { added, changed, removed } = difference;
      await tx.audit(
        'calendar.noticeLoaded',
        { type: 'calendar', id: String(year), label: String(year) },
        { papers, days: days.length, added: added.length, changed: changed.length, removed: removed.length },
      );
      return {
        year,
        published: days.length > 0,
        days: days.length,
        affected: await affectedByClosedDays(tx.query, tx.now),
      };
    });
  }
}

export interface ClosureInput {
  readonly from: string;
  readonly until: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  /**
   * What `foreseen` answered and somebody looked at; refused where it is another by now. Left out: nobody was to look.
   */
  readonly seen?: string;
}

@Injectable()
export class DeclareClosure {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Closes the academy from one day to another, both included; days closed already stay as they are. */
  execute(
    actor: Actor,
    { from, until, nameZh, nameEn, seen }: ClosureInput,
  ): Promise<{ days: number; affected: readonly AffectedSession[] } | Refused<NoticeRefusalCode>> {
    if (!may(actor, 'calendar.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const length = daysBetween(from, until) + 1;
      if (length < 1) return refused(refuse('closureReversed', { from, until }, 'until'));
      if (length > LONGEST_CLOSURE)
        return refused(refuse('closureTooLong', { most: LONGEST_CLOSURE, asked: length }, 'until'));
      const wanted = Array.from({ length }, (_, day) => daysAfter(from, day));
      const known = await tx.of(CalendarDay).findBy({ date: In(wanted), kind: In(['closure', 'holiday']) });
      const fresh = wanted.filter((date) => known.every((day) => day.date !== date));
      if (fresh.length === 0) return refused(refuse('closureNothingNew', { from, until }, 'from'));
      const hit = await sessionsOnDays(tx.query, tx.now, {
        dates: fresh,
        dayName: { zh: nameZh, en: nameEn ?? nameZh },
      });
      if (seen !== undefined && seen !== seenOf(hit)) return refused(refuse('hitsNotSeen', { count: hit.length }));
      const closed = fresh.map((date) => ({ date, kind: 'closure' as const, name: nameZh, nameEn, noticeYear: null }));
      await tx.of(CalendarDay).createQueryBuilder().insert().values(closed).orIgnore().execute();
      await tx.audit(
        'calendar.closureDeclared',
        { type: 'calendar', id: from, label: nameZh },
        { from, until, days: fresh.length },
      );
      return { days: fresh.length, affected: await affectedByClosedDays(tx.query, tx.now) };
    });
  }
}
