import { daysAfter } from '../../platform/clock.js';
import { blockers, refuse, type Refusal } from '../../platform/refusals.js';
import type { EmployerRefusalCode } from './refusals.js';

/** Days: a contract may be known this long before the first day of work. */
export const KNOWN_AHEAD = 90;

export interface PlacementFacts {
  readonly startedOn: string;
  readonly today: string;
  readonly traineeKnown: boolean;
  readonly employerKnown: boolean;
  readonly trackKnown: boolean;
  /** The first day of an existing placement with this employer that covers the day; `null` if none. */
  readonly heldSince: string | null;
}

type Rule = (facts: PlacementFacts) => Refusal<EmployerRefusalCode> | null;

const traineeIsKnown: Rule = ({ traineeKnown }) =>
  traineeKnown ? null : refuse('placementTraineeUnknown', {}, 'traineeId');
const employerIsKnown: Rule = ({ employerKnown }) =>
  employerKnown ? null : refuse('placementEmployerUnknown', {}, 'employerId');
const trackIsKnown: Rule = ({ trackKnown }) => (trackKnown ? null : refuse('placementTrackUnknown', {}, 'trackId'));
const beginsSoonEnough: Rule = ({ startedOn, today }) => {
  const last = daysAfter(today, KNOWN_AHEAD);
  return startedOn <= last ? null : refuse('placementTooFarAhead', { last }, 'startedOn');
};
const isNotHeldAlready: Rule = ({ heldSince }) =>
  heldSince === null ? null : refuse('placementTwice', { since: heldSince }, 'employerId');

export const placementBlockers = (facts: PlacementFacts): Refusal<EmployerRefusalCode>[] =>
  blockers([traineeIsKnown, employerIsKnown, trackIsKnown, beginsSoonEnough, isNotHeldAlready], facts);

export function endingBlockers(
  placement: { readonly startedOn: string; readonly endedOn: string | null },
  endedOn: string,
  today: string,
): Refusal<EmployerRefusalCode>[] {
  if (placement.endedOn !== null) return [refuse('placementEnded', { on: placement.endedOn })];
  if (endedOn < placement.startedOn)
    return [refuse('placementEndsBeforeStart', { start: placement.startedOn }, 'endedOn')];
  return endedOn > today ? [refuse('placementEndsAhead', { today }, 'endedOn')] : [];
}
