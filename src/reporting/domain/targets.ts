import { refuse, type Refusal } from '../../platform/refusals.js';
import type { Outcome } from './outcomes.js';
import { FIRST_YEAR, LAST_YEAR } from './programme.js';
import type { ReportingRefusalCode } from './refusals.js';
import { normalizeText } from '../../platform/texts.js';

/** The target for one year, track and outcome. `null`: no target; 0: a target of zero. */
export interface TargetWish {
  readonly year: number;
  readonly trackId: string;
  readonly kind: Outcome;
  readonly amount: number | null;
}

export const MOST_PEOPLE = 1_000_000;

/** The name of the form field of one target. */
export function targetField(year: number, trackId: string, kind: Outcome): string {
  return `${kind}-${year}-${trackId}`;
}

/** Parses a target as people type it: `1,200`, full-width digits, or nothing. */
export function readAmount(typed: string, field: string): number | null | Refusal<ReportingRefusalCode> {
  const text = normalizeText(typed, 'NFKC').replace(/[,\s人]/g, '');
  if (text === '') return null;
  if (!/^\d{1,12}$/.test(text)) return refuse('targetNotWhole', { typed: typed.trim().slice(0, 20) }, field);
  return Number(text) <= MOST_PEOPLE ? Number(text) : refuse('targetOutOfRange', { most: MOST_PEOPLE }, field);
}

/** Checks each target by itself: a whole number of people, in a possible year, for an existing track. */
export function mayBeTargets(
  wishes: readonly TargetWish[],
  trackIds: readonly string[],
): Refusal<ReportingRefusalCode>[] {
  return wishes.flatMap(({ year, trackId, kind, amount }): Refusal<ReportingRefusalCode>[] => {
    const field = targetField(year, trackId, kind);
    if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR)
      return [refuse('targetYearOutOfRange', { first: FIRST_YEAR, last: LAST_YEAR }, field)];
    if (!trackIds.includes(trackId)) return [refuse('targetTrackUnknown', {}, field)];
    if (amount !== null && !Number.isInteger(amount)) return [refuse('targetNotWhole', { typed: amount }, field)];
    return amount !== null && (amount < 0 || amount > MOST_PEOPLE)
      ? [refuse('targetOutOfRange', { most: MOST_PEOPLE }, field)]
      : [];
  });
}

export interface TargetChange extends TargetWish {
  readonly before: number | null;
}

/** The changes to the stored targets. */
export function targetChanges(wishes: readonly TargetWish[], standing: readonly TargetWish[]): TargetChange[] {
  const amounts = new Map(standing.map((one) => [targetField(one.year, one.trackId, one.kind), one.amount]));
  return wishes.flatMap((wish) => {
    const before = amounts.get(targetField(wish.year, wish.trackId, wish.kind)) ?? null;
    return before === wish.amount ? [] : [{ ...wish, before }];
  });
}
