/** Injection token for `OpenPlans`, which `plans` implements. */
export const OPEN_PLANS = Symbol('OpenPlans');

/** A plan to which a change can be added instead of making it at once. */
export interface OpenPlan {
  readonly title: string;
  /** Address to which the change is posted. */
  readonly action: string;
}

export interface OpenPlans {
  forSession(sessionId: string): Promise<readonly OpenPlan[]>;
}
