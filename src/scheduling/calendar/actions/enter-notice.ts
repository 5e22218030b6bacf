import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
  isRefused,
  NotAllowed,
  NotFound,
  refuse,
  refused,
  type Refused,
  UnitOfWork,
} from '../../../platform/index.js';
import { HolidayNoticeRow, type NoticedDay } from '../../core/index.js';
import { affectedByClosedDays, type AffectedSession } from '../data/closed-day-sessions.js';
import { lockNotice } from '../data/lock-notice.js';
import { dayKey, daysOfOtherNotices, standingNotice } from '../data/notices.js';
import { type HolidaySpan, type MakeUpDay, withHoliday, withMakeUpDay } from '../domain/notice-by-hand.js';
import { differenceOf } from '../domain/notice-difference.js';
import type { NoticeRefusalCode } from '../domain/refusals.js';
import { writeNotice } from './write-notice.js';

export interface NoticeEntered {
  /** Days that are new or said otherwise than before. */
  readonly days: number;
  /** Sessions ahead that now fall on a holiday or closure. */
  readonly affected: readonly AffectedSession[];
}

type Outcome = Promise<NoticeEntered | Refused<NoticeRefusalCode>>;
type Change = (standing: readonly NoticedDay[]) => readonly NoticedDay[] | Refused<NoticeRefusalCode>;

interface Entry {
  readonly act:
    'calendar.holidayEntered' | 'calendar.holidayRemoved' | 'calendar.makeUpDayEntered' | 'calendar.makeUpDayRemoved';
  readonly year: number;
  readonly label: string;
  readonly detail: Record<string, string | number | null>;
}

/** A year's notice entered or corrected by hand, whether a file was loaded or not. */
@Injectable()
export class EnterNotice {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  holiday(actor: Actor, year: number, span: HolidaySpan): Outcome {
    const { from, until, nameZh } = span;
    return this.change(
      actor,
      { year, act: 'calendar.holidayEntered', label: nameZh, detail: { from, until } },
      (standing) => withHoliday(standing, year, span),
    );
  }

  makeUpDay(actor: Actor, year: number, day: MakeUpDay): Outcome {
    const { date, nameZh, follows } = day;
    return this.change(
      actor,
      { year, act: 'calendar.makeUpDayEntered', label: nameZh, detail: { date, follows } },
      (standing) => withMakeUpDay(standing, year, day),
    );
  }

  /** Takes the holidays from one day to another out of the notice. @throws NotFound where it has none there. */
  removeHoliday(actor: Actor, year: number, { from, until }: { from: string; until: string }): Outcome {
    return this.change(
      actor,
      { year, act: 'calendar.holidayRemoved', label: `${from} – ${until}`, detail: { from, until } },
      (standing) => without(standing, (day) => day.kind === 'holiday' && from <= day.date && day.date <= until),
    );
  }

  /** @throws NotFound where the notice has no such make-up workday. */
  removeMakeUpDay(actor: Actor, year: number, date: string): Outcome {
    return this.change(actor, { year, act: 'calendar.makeUpDayRemoved', label: date, detail: { date } }, (standing) =>
      without(standing, (day) => day.kind === 'makeUpWorkday' && day.date === date),
    );
  }

  private change(actor: Actor, { act, year, label, detail }: Entry, change: Change): Outcome {
    if (!may(actor, 'calendar.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx): Outcome => {
      await lockNotice(tx, year);
      const { query } = tx;
      const { origin, days: standing } = await standingNotice(query, year);
      const wanted = change(standing);
      if (isRefused(wanted)) return wanted;
      const difference = differenceOf(standing, wanted);
      const others = await daysOfOtherNotices(query, year);
      const told = difference.added.find((day) => others.has(dayKey(day)));
      if (told) return refused(refuse('dayOfOtherNotice', { date: told.date }));
      const entered = {
        source: 'hand' as const,
        papers: [],
        loadedAt: tx.now,
        loadedBy: actor.name,
        correctedAt: null,
        correctedBy: null,
      };
      const corrected = origin && { ...origin, correctedAt: tx.now, correctedBy: actor.name };
      await writeNotice(tx, { year, origin: corrected ?? entered, days: wanted }, difference);
      if (wanted.length === 0 && corrected?.source !== 'file') await tx.of(HolidayNoticeRow).delete({ year });
      await tx.audit(act, { type: 'calendar', id: String(year), label }, { year, ...detail });
      return {
        days: difference.added.length + difference.changed.length + difference.removed.length,
        affected: await affectedByClosedDays(tx.query, tx.now),
      };
    });
  }
}

function without(standing: readonly NoticedDay[], leaves: (day: NoticedDay) => boolean): readonly NoticedDay[] {
  const kept = standing.filter((day) => !leaves(day));
  if (kept.length === standing.length) throw new NotFound();
  return kept;
}
