import { COHORT_STATES, type CohortState } from './states.js';

/**
 * The state of a cohort on a day, with `inProgress` for a confirmed cohort whose first day
 * has come. Derived, never stored.
 */
export const COHORT_PHASES = [
  'draft',
  'tentative',
  'confirmed',
  'inProgress',
  'completed',
  'cancelled',
] as const satisfies readonly (CohortState | 'inProgress')[];
export type CohortPhase = (typeof COHORT_PHASES)[number];

/** @param today `YYYY-MM-DD`, like `startsOn`. */
export function phaseOf<State extends string>(
  { state, startsOn }: { readonly state: State; readonly startsOn: string },
  today: string,
): State | 'inProgress' {
  return state === 'confirmed' && startsOn <= today ? 'inProgress' : state;
}

export function isCohortPhase(text: unknown): text is CohortPhase {
  return COHORT_PHASES.some((phase) => phase === text);
}

/** The stored state behind a phase. */
export function stateOf(phase: CohortPhase): CohortState {
  return COHORT_STATES.find((state) => state === phase) ?? 'confirmed';
}
