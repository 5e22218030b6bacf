import { overlaps, type PlacedSession, type Span } from './placed-session.js';

/** A session and the span for which it holds one resource, which includes set-up and clear-away of a room. */
export interface HeldSpan extends Span {
  readonly session: PlacedSession;
  readonly seats: number;
}

/** The holds of one room, instructor, cohort or pool by start; spans may overlap. */
export class ResourceTimeline {
  readonly #held: HeldSpan[] = [];
  // No span lasts longer, so spans that begin earlier than this before another cannot overlap it.
  #longest = 0;

  add(held: HeldSpan): void {
    this.#held.splice(this.#firstFrom(held.startsAt), 0, held);
    this.#longest = Math.max(this.#longest, held.endsAt - held.startsAt);
  }

  remove(sessionId: string, startsAt: number): void {
    for (let at = this.#firstFrom(startsAt); this.#held[at]?.startsAt === startsAt; at += 1) {
      if (this.#held[at]?.session.id === sessionId) return void this.#held.splice(at, 1);
    }
  }

  /** Holds that overlap a span, by start. */
  during(span: Span): HeldSpan[] {
    const found: HeldSpan[] = [];
    for (let at = this.#firstFrom(span.startsAt - this.#longest); at < this.#held.length; at += 1) {
      const held = this.#held[at];
      if (held === undefined || held.startsAt >= span.endsAt) break;
      if (overlaps(held, span)) found.push(held);
    }
    return found;
  }

  /** All overlapping pairs, the earlier one first. */
  pairs(): [HeldSpan, HeldSpan][] {
    return this.#held.flatMap((first, at) => {
      const pairs: [HeldSpan, HeldSpan][] = [];
      for (let next = at + 1; next < this.#held.length; next += 1) {
        const second = this.#held[next];
        if (second === undefined || second.startsAt >= first.endsAt) break;
        pairs.push([first, second]);
      }
      return pairs;
    });
  }

  /** Maximum number of seats held by others at any moment of a span. */
  mostSeats(span: Span, exceptId: string | null): number {
    const others = this.during(span).filter(({ session }) => session.id !== exceptId);
    const moments = others.map(({ startsAt }) => Math.max(startsAt, span.startsAt));
    return moments.reduce((most, moment) => Math.max(most, seatsAt(others, moment)), 0);
  }

  #firstFrom(instant: number): number {
    let [low, high] = [0, this.#held.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#held[middle]?.startsAt ?? 0) < instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function seatsAt(held: readonly HeldSpan[], moment: number): number {
  return held.reduce(
    (sum, { startsAt, endsAt, seats }) => (startsAt <= moment && moment < endsAt ? sum + seats : sum),
    0,
  );
}
