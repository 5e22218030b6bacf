import { isRefused, type Refused } from '../../../platform/index.js';

/** `null` where it was refused only because what it hits was not looked at yet: that is shown first, not failed. */
export function unlessUnseen<Outcome>(outcome: Outcome): Outcome | null {
  return isRefused(outcome as Outcome | Refused) && hitsWereNotSeen(outcome as Refused) ? null : outcome;
}

function hitsWereNotSeen({ reasons }: Refused): boolean {
  return reasons.some(({ code }) => code === 'hitsNotSeen');
}
