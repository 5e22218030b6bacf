import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
  isRefused,
  NotAllowed,
  refuse,
  refused,
  type Refused,
  UnitOfWork,
} from '../../../platform/index.js';
import { affectedByClosedDays, type AffectedSession } from '../data/closed-day-sessions.js';
import { lockNotice } from '../data/lock-notice.js';
import { noticePreview } from '../data/notices.js';
import { readHolidayFile } from '../domain/holiday-file.js';
import type { NoticeRefusalCode } from '../domain/refusals.js';
import { writeNotice } from './write-notice.js';

export interface LoadedNotice {
  readonly year: number;
  readonly published: boolean;
  readonly days: number;
  /** Number of sessions ahead on a holiday or closure. */
  readonly affected: readonly AffectedSession[];
}

@Injectable()
export class LoadHolidayNotice {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Loads one year's notice from a file, completely or not at all. Replaces the days of that year only and keeps manual
   * additions such as followed weekdays.
   * @param seen fingerprint of the difference that was shown; refused if the difference has changed since
   */
  execute(actor: Actor, text: string, seen?: string): Promise<LoadedNotice | Refused<NoticeRefusalCode>> {
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
