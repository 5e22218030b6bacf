import { In } from 'typeorm';
import type { Transaction } from '../../../platform/index.js';
import { CalendarDay, HolidayNoticeRow, type NoticedDay } from '../../core/index.js';
import type { NoticeDifference } from '../domain/notice-difference.js';

type Origin = Pick<HolidayNoticeRow, 'source' | 'papers' | 'loadedAt' | 'loadedBy' | 'correctedAt' | 'correctedBy'>;

/** Applies a difference to the days of one year's notice. A year without days counts as not yet published. */
export async function writeNotice(
  tx: Transaction,
  { year, origin, days }: { year: number; origin: Origin; days: readonly NoticedDay[] },
  { added, changed, removed }: NoticeDifference,
): Promise<void> {
  await tx
    .of(HolidayNoticeRow)
    .upsert({ year, ...origin, publication: days.length > 0 ? 'published' : 'notYetPublished' }, ['year']);
  const outdated = [...removed, ...changed.map(({ before }) => before)].map(({ date }) => date);
  if (outdated.length > 0) await tx.of(CalendarDay).delete({ noticeYear: year, date: In(outdated) });
  const fresh = [...added, ...changed.map(({ after }) => after)];
  if (fresh.length > 0) await tx.of(CalendarDay).insert(fresh.map((day) => rowOf(day, year)));
}

function rowOf(day: NoticedDay, noticeYear: number): CalendarDay {
  return {
    date: day.date,
    kind: day.kind,
    name: day.name,
    nameEn: day.nameEn ?? null,
    noticeYear,
    follows: day.kind === 'makeUpWorkday' ? (day.follows ?? null) : null,
  };
}
