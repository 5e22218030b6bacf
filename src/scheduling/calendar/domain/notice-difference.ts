import type { NoticedDay } from '../../core/domain/index.js';

export interface ChangedDay {
  readonly before: NoticedDay;
  readonly after: NoticedDay;
}

/** The difference between two versions of a notice, each list earliest first. */
export interface NoticeDifference {
  readonly added: readonly NoticedDay[];
  readonly changed: readonly ChangedDay[];
  readonly removed: readonly NoticedDay[];
}

/** A notice has one fact per day, so days are compared by date: another kind, name or followed weekday is a change. */
export function differenceOf(standing: readonly NoticedDay[], updated: readonly NoticedDay[]): NoticeDifference {
  const before = byDate(standing);
  const after = byDate(updated);
  const added: NoticedDay[] = [];
  const changed: ChangedDay[] = [];
  for (const day of inOrder(after.values())) {
    const existing = before.get(day.date);
    if (!existing) added.push(day);
    else if (!sameDay(existing, day)) changed.push({ before: existing, after: day });
  }
  return { added, changed, removed: inOrder(before.values()).filter(({ date }) => !after.has(date)) };
}

/** The notice after applying the difference, earliest day first. */
export function withDifference(
  standing: readonly NoticedDay[],
  { added, changed, removed }: NoticeDifference,
): NoticedDay[] {
  const days = byDate(standing);
  for (const { date } of removed) days.delete(date);
  for (const day of [...added, ...changed.map(({ after }) => after)]) days.set(day.date, day);
  return inOrder(days.values());
}

export function isNoDifference({ added, changed, removed }: NoticeDifference): boolean {
  return added.length + changed.length + removed.length === 0;
}

/**
 * Files contain neither the followed weekday of a make-up workday nor English names. Manual values are kept if the
 * day's kind and Chinese name are unchanged.
 */
export function keepingWhatPeopleSaid(standing: readonly NoticedDay[], fresh: readonly NoticedDay[]): NoticedDay[] {
  const existing = byDate(standing);
  return fresh.map((day) => {
    const before = existing.get(day.date);
    if (before?.kind !== day.kind) return day;
    const nameEn = (before.name === day.name ? before.nameEn : null) ?? day.nameEn ?? null;
    if (day.kind === 'holiday') return { ...day, nameEn };
    return {
      ...day,
      nameEn,
      follows: day.follows ?? (before.kind === 'makeUpWorkday' ? before.follows : null) ?? null,
    };
  });
}

function sameDay(one: NoticedDay, other: NoticedDay): boolean {
  return (
    one.kind === other.kind &&
    one.name === other.name &&
    (one.nameEn ?? null) === (other.nameEn ?? null) &&
    followed(one) === followed(other)
  );
}

function followed(day: NoticedDay): number | null {
  return day.kind === 'makeUpWorkday' ? (day.follows ?? null) : null;
}

function byDate(days: readonly NoticedDay[]): Map<string, NoticedDay> {
  return new Map(days.map((day) => [day.date, day]));
}

function inOrder(days: Iterable<NoticedDay>): NoticedDay[] {
  return [...days].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
