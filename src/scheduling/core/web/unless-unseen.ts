import { isRefused, type Refused } from '../../../platform/index.js';

/** Turns a refusal into `null` if its only reason is that the affected sessions were not shown yet. */
export function unlessUnseen<Outcome>(outcome: Outcome): Outcome | null {
  return isRefused(outcome as Outcome | Refused) && hitsWereNotSeen(outcome as Refused) ? null : outcome;
}

function hitsWereNotSeen({ reasons }: Refused): boolean {
  return reasons.some(({ code }) => code === 'hitsNotSeen');
}
