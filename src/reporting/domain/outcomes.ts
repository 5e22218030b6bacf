/** The outcomes that the academy reports: people trained, certified and placed. */
export const OUTCOMES = ['trained', 'certified', 'placed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export function isOutcome(text: unknown): text is Outcome {
  return OUTCOMES.some((outcome) => outcome === text);
}
