import { dayOf, instantOf, minutesOf } from '../../../platform/clock.js';
import type { Refusal } from '../../../platform/refusals.js';
import {
  BOOKABLE_HOURS,
  type CohortFacts,
  GRID_MINUTES,
  type ProposedSlot,
  type Timetable,
  type TimetableRefusalCode,
} from '../../core/domain/index.js';
import type { PatternPreview, PreviewEntry } from './weekly-pattern.js';
import { A_MINUTE } from '../../../platform/durations.js';

/** A line of a preview with its refusals. */
export interface PlannedEntry extends PreviewEntry {
  readonly proposed: ProposedSlot;
  readonly reasons: readonly Refusal<TimetableRefusalCode>[];
}

export type CohortOfPattern = CohortFacts & { readonly id: string };

/** The dates of a pattern, checked against the timetable's rules. */
export function judgedPattern(preview: PatternPreview, timetable: Timetable, cohort: CohortOfPattern): PlannedEntry[] {
  return preview.entries.map((entry) => {
    const proposed = timetable.proposedSlot({ id: null, cohortId: cohort.id, slot: entry });
    return { ...entry, proposed, reasons: entry.outcome === 'planned' ? timetable.judge(proposed, cohort) : [] };
  });
}

/** Whether all slots are free after the change is applied to each. */
export function allAreWell(proposedSlots: readonly ProposedSlot[], timetable: Timetable, cohort: CohortFacts): boolean {
  return proposedSlots.every((proposed) => timetable.judge(proposed, cohort).length === 0);
}

/** Other start times (`HH:MM`) that are free on every date, nearest to the requested one first; lengths are kept. */
export function startsFreeForAll(
  proposedSlots: readonly ProposedSlot[],
  timetable: Timetable,
  { cohort, count }: { readonly cohort: CohortFacts; readonly count: number },
): string[] {
  const [first] = proposedSlots;
  if (!first) return [];
  const requested = minuteOf(first.startsAt);
  const latest = Math.max(...proposedSlots.map((one) => minuteOf(one.endsAt)));
  const earliest = Math.min(...proposedSlots.map((one) => minuteOf(one.startsAt)));
  const shifts: number[] = [];
  for (
    let shift = minutesOf(BOOKABLE_HOURS.from) - earliest;
    latest + shift <= minutesOf(BOOKABLE_HOURS.until);
    shift += GRID_MINUTES
  )
    if (shift !== 0) shifts.push(shift);
  const shifted = (shift: number) =>
    proposedSlots.map((one) => ({
      ...one,
      startsAt: one.startsAt + shift * A_MINUTE,
      endsAt: one.endsAt + shift * A_MINUTE,
    }));
  return shifts
    .sort((a, b) => Math.abs(a) - Math.abs(b) || b - a)
    .filter((shift) => allAreWell(shifted(shift), timetable, cohort))
    .slice(0, count)
    .map((shift) => clockOfMinute(requested + shift));
}

function minuteOf(instant: number): number {
  return (instant - instantOf(dayOf(instant), '00:00')) / A_MINUTE;
}

function clockOfMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
