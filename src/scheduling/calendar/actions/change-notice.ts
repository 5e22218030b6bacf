import { isRefused, NotFound, refuse, refused, type Refused, type Transaction } from '../../../platform/index.js';
import { HolidayNoticeRow, type NoticedDay } from '../../core/index.js';
import { affectedByClosedDays, type AffectedSession } from '../data/closed-day-sessions.js';
import { lockNotice } from '../data/lock-notice.js';
import { dayKey, daysOfOtherNotices, standingNotice } from '../data/notices.js';
import { differenceOf } from '../domain/notice-difference.js';
import type { NoticeRefusalCode } from '../domain/refusals.js';
import { writeNotice } from './write-notice.js';

export interface EnteredNotice {
  /** Number of new or changed days. */
  readonly days: number;
  /** Number of sessions ahead on a holiday or closure. */
  readonly affected: readonly AffectedSession[];
}

export type NoticeOutcome = EnteredNotice | Refused<NoticeRefusalCode>;

interface NoticeChange {
  readonly year: number;
  /** The new days. */
  readonly to: (standing: readonly NoticedDay[]) => readonly NoticedDay[] | Refused<NoticeRefusalCode>;
}

interface NoticeAct {
  readonly act:
    'calendar.holidayEntered' | 'calendar.holidayRemoved' | 'calendar.makeUpDayEntered' | 'calendar.makeUpDayRemoved';
  readonly label: string;
  readonly detail: Record<string, string | number | null>;
}

/** Changes a year's notice by hand, whether or not a file was loaded. */
export async function changeNotice(
  tx: Transaction,
  { year, to }: NoticeChange,
  { act, label, detail }: NoticeAct,
): Promise<NoticeOutcome> {
  await lockNotice(tx, year);
  const { query, actor } = tx;
  const { origin, days: standing } = await standingNotice(query, year);
  const updated = to(standing);
  if (isRefused(updated)) return updated;
  const difference = differenceOf(standing, updated);
  const others = await daysOfOtherNotices(query, year);
  const duplicate = difference.added.find((day) => others.has(dayKey(day)));
  if (duplicate) return refused(refuse('dayOfOtherNotice', { date: duplicate.date }));
  const entered = {
    source: 'hand' as const,
    papers: [],
    loadedAt: tx.now,
    loadedBy: actor.name,
    correctedAt: null,
    correctedBy: null,
  };
  const corrected = origin && { ...origin, correctedAt: tx.now, correctedBy: actor.name };
  await writeNotice(tx, { year, origin: corrected ?? entered, days: updated }, difference);
  if (updated.length === 0 && corrected?.source !== 'file') await tx.of(HolidayNoticeRow).delete({ year });
  await tx.audit(act, { type: 'calendar', id: String(year), label }, { year, ...detail });
  return {
    days: difference.added.length + difference.changed.length + difference.removed.length,
    affected: await affectedByClosedDays(query, tx.now),
  };
}

/** @throws NotFound if no day would be removed */
export function daysWithout(
  standing: readonly NoticedDay[],
  leaves: (day: NoticedDay) => boolean,
): readonly NoticedDay[] {
  const kept = standing.filter((day) => !leaves(day));
  if (kept.length === standing.length) throw new NotFound();
  return kept;
}
