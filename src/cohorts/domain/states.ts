export const COHORT_STATES = ['draft', 'tentative', 'confirmed', 'completed', 'cancelled'] as const;
export type CohortState = (typeof COHORT_STATES)[number];

/** States from which a cohort can be cancelled, and to which a restoration returns it. */
export const CANCELLABLE_STATES = ['draft', 'tentative', 'confirmed'] as const satisfies readonly CohortState[];

/**
 * Legal transitions, by the noun of the action.
 * A state without transitions is final; a restoration returns to the state before the cancellation.
 */
export const COHORT_MOVES = {
  draft: { publication: 'tentative', cancellation: 'cancelled' },
  tentative: { confirmation: 'confirmed', cancellation: 'cancelled' },
  confirmed: { completion: 'completed', cancellation: 'cancelled' },
  completed: {},
  cancelled: { restoration: CANCELLABLE_STATES },
} as const satisfies Record<CohortState, Partial<Record<CohortMove, CohortState | readonly CohortState[]>>>;

export const COHORT_MOVE_NAMES = ['publication', 'confirmation', 'completion', 'cancellation', 'restoration'] as const;
export type CohortMove = (typeof COHORT_MOVE_NAMES)[number];

/** Visible to the public. */
export const PUBLIC_STATES: readonly CohortState[] = ['tentative', 'confirmed', 'completed', 'cancelled'];
/** Final, apart from the restoration of a cancelled cohort. */
export const ENDED_STATES: readonly CohortState[] = ['completed', 'cancelled'];
/** Published and not ended. */
export const RUNNING_STATES: readonly CohortState[] = ['tentative', 'confirmed'];
/** States that accept enrolments, inside the window. */
export const ENROLLING_STATES: readonly CohortState[] = ['tentative', 'confirmed'];

export const DELIVERIES = ['onsite', 'online', 'hybrid'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/**
 * The next state, or `null` if the move is illegal.
 * A restoration needs `cancelledFrom`.
 */
export function stateAfter(
  state: CohortState,
  move: CohortMove,
  cancelledFrom: CohortState | null = null,
): CohortState | null {
  const moves: Partial<Record<CohortMove, CohortState | readonly CohortState[]>> = COHORT_MOVES[state];
  const next = moves[move] ?? null;
  if (next === null || typeof next === 'string') return next;
  return next.find((one) => one === cancelledFrom) ?? null;
}

export function isCohortState(text: unknown): text is CohortState {
  return COHORT_STATES.some((state) => state === text);
}

export function isDelivery(text: unknown): text is Delivery {
  return DELIVERIES.some((delivery) => delivery === text);
}
