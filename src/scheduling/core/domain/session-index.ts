import {
  type Clash,
  overlaps,
  type PlacedSession,
  type ProposedSlot,
  type Resource,
  resourcesOf,
  type Span,
  type TermClash,
} from './placed-session.js';
import { ResourceTimeline } from './resource-timeline.js';

const RESOURCES: readonly Resource[] = ['room', 'instructor', 'cohort'];

/** Seats of a pool held by others during a session. */
export interface PoolUse {
  /** Maximum number of seats held at one moment. */
  readonly seats: number;
  readonly holders: readonly PlacedSession[];
}

/**
 * An index of sessions by room, instructor, cohort and pool, so that one change is checked without scanning the term.
 */
export class SessionIndex {
  readonly #sessions = new Map<string, PlacedSession>();
  readonly #held: Record<Resource | 'pool', Map<string, ResourceTimeline>> = {
    room: new Map(),
    instructor: new Map(),
    cohort: new Map(),
    pool: new Map(),
  };

  constructor(sessions: Iterable<PlacedSession> = []) {
    const inOrder = [...sessions].sort((a, b) => a.startsAt - b.startsAt);
    for (const session of inOrder) this.put(session);
  }

  get size(): number {
    return this.#sessions.size;
  }

  get(id: string): PlacedSession | undefined {
    return this.#sessions.get(id);
  }

  /** In order of insertion. */
  all(): IterableIterator<PlacedSession> {
    return this.#sessions.values();
  }

  /** Adds a session, or replaces the one with the same id. */
  put(session: PlacedSession): void {
    this.remove(session.id);
    this.#sessions.set(session.id, session);
    for (const { resource, resourceId, startsAt, endsAt } of resourcesOf(session))
      this.#timeline(resource, resourceId).add({ session, startsAt, endsAt, seats: 1 });
    for (const { poolId, seats } of session.licences)
      this.#timeline('pool', poolId).add({ session, startsAt: session.startsAt, endsAt: session.endsAt, seats });
  }

  remove(id: string): void {
    const session = this.#sessions.get(id);
    if (session === undefined) return;
    for (const { resource, resourceId, startsAt } of resourcesOf(session))
      this.#held[resource].get(resourceId)?.remove(id, startsAt);
    for (const { poolId } of session.licences) this.#held.pool.get(poolId)?.remove(id, session.startsAt);
    this.#sessions.delete(id);
  }

  /** Clashes with other sessions, by resource, then by start. */
  clashesOf(proposed: ProposedSlot): Clash[] {
    return resourcesOf(proposed).flatMap((held) => {
      const others = (this.#held[held.resource].get(held.resourceId)?.during(held) ?? []).filter(
        ({ session }) => session.id !== proposed.id,
      );
      return others.map((other) => ({
        resource: held.resource,
        resourceId: held.resourceId,
        other: other.session,
        overlap: overlapOf(held, other),
      }));
    });
  }

  /** Whether nothing else holds the room, the instructors or the cohort. */
  isFree(proposed: ProposedSlot): boolean {
    return resourcesOf(proposed).every((held) =>
      (this.#held[held.resource].get(held.resourceId)?.during(held) ?? []).every(
        ({ session }) => session.id === proposed.id,
      ),
    );
  }

  poolUse(poolId: string, proposed: ProposedSlot): PoolUse {
    const timeline = this.#held.pool.get(poolId);
    if (!timeline) return { seats: 0, holders: [] };
    return {
      seats: timeline.mostSeats(proposed, proposed.id),
      holders: timeline
        .during(proposed)
        .map(({ session }) => session)
        .filter(({ id }) => id !== proposed.id),
    };
  }

  /** Sessions that overlap a span. @param exceptId a session to leave out */
  during(span: Span, exceptId: string | null): PlacedSession[] {
    return [...this.#sessions.values()].filter((one) => one.id !== exceptId && overlaps(one, span));
  }

  /** An instructor's sessions that overlap a span. @param exceptId a session to leave out */
  taughtDuring(instructorId: string, span: Span, exceptId: string | null): PlacedSession[] {
    return (this.#held.instructor.get(instructorId)?.during(span) ?? [])
      .map(({ session }) => session)
      .filter(({ id }) => id !== exceptId);
  }

  /** All clashing pairs, once per shared resource, by start. */
  allClashes(): TermClash[] {
    return RESOURCES.flatMap((resource) =>
      [...this.#held[resource]].flatMap(([resourceId, timeline]) =>
        timeline.pairs().map(([first, second]) => ({
          resource,
          resourceId,
          first: first.session,
          second: second.session,
          overlap: overlapOf(first, second),
        })),
      ),
    ).sort((a, b) => a.first.startsAt - b.first.startsAt || a.second.startsAt - b.second.startsAt);
  }

  #timeline(resource: Resource | 'pool', id: string): ResourceTimeline {
    const existing = this.#held[resource].get(id);
    if (existing !== undefined) return existing;
    const timeline = new ResourceTimeline();
    this.#held[resource].set(id, timeline);
    return timeline;
  }
}

function overlapOf(one: Span, other: Span): Span {
  return { startsAt: Math.max(one.startsAt, other.startsAt), endsAt: Math.min(one.endsAt, other.endsAt) };
}
