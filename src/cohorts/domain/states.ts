/** Where a cohort stands, from a plan that only the office sees to its end. */
export const COHORT_STATES = ['draft', 'tentative', 'confirmed', 'completed', 'cancelled'] as const;
export type CohortState = (typeof COHORT_STATES)[number];

/** Where a cohort can be cancelled, and so come back to. */
export const CANCELLABLE_STATES = ['draft', 'tentative', 'confirmed'] as const satisfies readonly CohortState[];

/**
 * Every legal move, by the noun that is posted.
 * What has no moves has ended; a restoration leads back to where the cancellation began.
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

/** What the public may see. */
export const PUBLIC_STATES: readonly CohortState[] = ['tentative', 'confirmed', 'completed', 'cancelled'];
/** Where a cohort stays, unless a cancellation is taken back. */
export const ENDED_STATES: readonly CohortState[] = ['completed', 'cancelled'];
/** Published and not ended. */
export const RUNNING_STATES: readonly CohortState[] = ['tentative', 'confirmed'];
/** Where seats are given, inside the window. */
export const ENROLLING_STATES: readonly CohortState[] = ['tentative', 'confirmed'];

export const DELIVERIES = ['onsite', 'online', 'hybrid'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/**
 * The state that a move leads to, or `null` where the move is not legal from here.
 * A restoration asks where the cohort was `cancelledFrom`.
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
