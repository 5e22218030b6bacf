import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
  daysAfter,
  NotAllowed,
  refuse,
  refused,
  type Refused,
  UnitOfWork,
  daysBetween,
} from '../../../platform/index.js';
import { CalendarDay, hitsFingerprint } from '../../core/index.js';
import { affectedByClosedDays, type AffectedSession, sessionsOnDays } from '../data/closed-day-sessions.js';
import type { NoticeRefusalCode } from '../domain/refusals.js';

/** Longest closure in days. */
const LONGEST_CLOSURE = 60;

export interface ClosureInput {
  readonly from: string;
  readonly until: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  /**
   * `hitsFingerprint` of the affected sessions that were shown; refused if they have changed since. Undefined skips
   * this check.
   */
  readonly seen?: string;
}

@Injectable()
export class DeclareClosure {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Closes the academy in a span, both days included. Days already closed stay unchanged. */
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
      const dates = Array.from({ length }, (_, day) => daysAfter(from, day));
      const existing = await tx.of(CalendarDay).findBy({ date: In(dates), kind: In(['closure', 'holiday']) });
      const fresh = dates.filter((date) => existing.every((day) => day.date !== date));
      if (fresh.length === 0) return refused(refuse('closureNothingNew', { from, until }, 'from'));
      const hit = await sessionsOnDays(tx.query, tx.now, {
        dates: fresh,
        dayName: { zh: nameZh, en: nameEn ?? nameZh },
      });
      if (seen !== undefined && seen !== hitsFingerprint(hit))
        return refused(refuse('hitsNotSeen', { count: hit.length }));
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
