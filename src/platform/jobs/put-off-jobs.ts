import { A_MINUTE } from '../durations.js';

/** Milliseconds for which a job may be put off before this counts as a fault. */
const LONGEST = 10 * A_MINUTE;

/**
 * Jobs whose last step met something else that is under way, such as a change of keys (`Busy`). That is no fault of the
 * work unless it goes on.
 */
export class PutOffJobs {
  private readonly spans = new Map<string, { readonly since: number; readonly until: number }>();

  /** Whether the step is taken again later, without a fault. Instants are epoch milliseconds. */
  add(id: string, fault: unknown, now: number): boolean {
    const seconds = (fault as { readonly retryAfter?: unknown } | null)?.retryAfter;
    const since = this.spans.get(id)?.since ?? now;
    if (typeof seconds !== 'number' || now - since >= LONGEST) return false;
    this.spans.set(id, { since, until: now + seconds * 1000 });
    return true;
  }

  isDue(id: string, now: number): boolean {
    return (this.spans.get(id)?.until ?? now) <= now;
  }

  remove(id: string): void {
    this.spans.delete(id);
  }
}
