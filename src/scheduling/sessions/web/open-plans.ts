/** The token under which `plans` brings its `OpenPlans`. */
export const OPEN_PLANS = Symbol('OpenPlans');

/** A plan that a session's change may be put into instead of being made at once. */
export interface OpenPlan {
  readonly title: string;
  /** Where the change is posted to. */
  readonly action: string;
}

export interface OpenPlans {
  forSession(sessionId: string): Promise<readonly OpenPlan[]>;
}
