import type { Refusal } from '../../platform/refusals.js';
import { dayOf, instantOf } from '../../platform/clock.js';
import { minutesOf } from './days.js';
import { BOOKABLE_HOURS, GRID_MINUTES } from './nearest-free-times.js';
import type { Placing, Span } from './placed-session.js';
import type { TimetableRefusalCode } from './refusals.js';
import { type PlacingFacts, timetableIsFree } from './rules.js';
import type { SessionIndex } from './session-index.js';
import type { PatternPreview, PreviewEntry } from './weekly-pattern.js';

const MINUTE = 60_000;

/** A line of a preview together with what forbids it. */
export interface PlannedEntry extends PreviewEntry {
  readonly reasons: readonly Refusal<TimetableRefusalCode>[];
}

export type PatternFacts = Omit<PlacingFacts, 'placing' | 'clashes'> & {
  readonly holders: Pick<Placing, 'cohortId' | 'roomId' | 'instructorId'>;
  readonly index: SessionIndex;
};

/** A pattern's dates, each judged by the timetable's rules. */
export function judgedPattern(preview: PatternPreview, { holders, index, ...facts }: PatternFacts): PlannedEntry[] {
  return preview.entries.map((entry) => {
    const placing = { ...holders, id: null, startsAt: entry.startsAt, endsAt: entry.endsAt };
    const reasons = entry.outcome === 'planned' ? timetableIsFree({ ...facts, placing, clashes: index.clashesOf(placing) }) : [];
    return { ...entry, reasons };
  });
}

/** Whether one room, or one instructor, would be free on every date of a pattern, whatever else clashes. */
export function holderIsFreeForAll(spans: readonly Span[], holder: { readonly roomId: string } | { readonly instructorId: string }, index: SessionIndex): boolean {
  const holders = { id: null, cohortId: '', roomId: null, instructorId: null, ...holder };
  return spans.every(({ startsAt, endsAt }) => index.isFree({ ...holders, startsAt, endsAt }));
}

function isFreeForAll(spans: readonly Span[], holders: PatternFacts['holders'], index: SessionIndex): boolean {
  return spans.every(({ startsAt, endsAt }) => index.isFree({ ...holders, id: null, startsAt, endsAt }));
}

/** Other wall-clock starts (`HH:MM`) at which a pattern's every date is free, nearest to the wanted one first; lengths are kept. */
export function startsFreeForAll(spans: readonly Span[], holders: PatternFacts['holders'], { index, count }: { readonly index: SessionIndex; readonly count: number }): string[] {
  const [first] = spans;
  if (!first) return [];
  const minuteOf = (instant: number) => (instant - instantOf(dayOf(instant), '00:00')) / MINUTE;
  const wanted = minuteOf(first.startsAt);
  const [opens, closes] = [minutesOf(BOOKABLE_HOURS.from), minutesOf(BOOKABLE_HOURS.until)];
  const latest = Math.max(...spans.map((span) => minuteOf(span.endsAt)));
  const earliest = Math.min(...spans.map((span) => minuteOf(span.startsAt)));
  const shifts: number[] = [];
  for (let shift = opens - earliest; latest + shift <= closes; shift += GRID_MINUTES) if (shift !== 0) shifts.push(shift);
  return shifts
    .sort((a, b) => Math.abs(a) - Math.abs(b) || b - a)
    .filter((shift) => isFreeForAll(spans.map((span) => ({ startsAt: span.startsAt + shift * MINUTE, endsAt: span.endsAt + shift * MINUTE })), holders, index))
    .slice(0, count)
    .map((shift) => clockOfMinute(wanted + shift));
}

function clockOfMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
