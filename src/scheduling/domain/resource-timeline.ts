import { overlaps, type PlacedSession, type Span } from './placed-session.js';

/** The sessions of one room, instructor or cohort in order of start; they may overlap one another. */
export class ResourceTimeline {
  readonly #sessions: PlacedSession[] = [];
  // No session lasts longer, so none that begins earlier than this before a span can reach into it.
  #longest = 0;

  add(session: PlacedSession): void {
    this.#sessions.splice(this.#firstFrom(session.startsAt), 0, session);
    this.#longest = Math.max(this.#longest, session.endsAt - session.startsAt);
  }

  remove(session: PlacedSession): void {
    for (let at = this.#firstFrom(session.startsAt); this.#sessions[at]?.startsAt === session.startsAt; at += 1) {
      if (this.#sessions[at]?.id === session.id) return void this.#sessions.splice(at, 1);
    }
  }

  /** The sessions that share time with a span, by start. */
  during(span: Span): PlacedSession[] {
    const found: PlacedSession[] = [];
    for (let at = this.#firstFrom(span.startsAt - this.#longest); at < this.#sessions.length; at += 1) {
      const session = this.#sessions[at];
      if (session === undefined || session.startsAt >= span.endsAt) break;
      if (overlaps(session, span)) found.push(session);
    }
    return found;
  }

  /** Every pair that shares time, the earlier first. */
  pairs(): [PlacedSession, PlacedSession][] {
    return this.#sessions.flatMap((first, at) => {
      const pairs: [PlacedSession, PlacedSession][] = [];
      for (let next = at + 1; next < this.#sessions.length; next += 1) {
        const second = this.#sessions[next];
        if (second === undefined || second.startsAt >= first.endsAt) break;
        pairs.push([first, second]);
      }
      return pairs;
    });
  }

  #firstFrom(instant: number): number {
    let [low, high] = [0, this.#sessions.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sessions[middle]?.startsAt ?? 0) < instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
