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

/** What others hold of a pool while a session lasts. */
export interface PoolUse {
  /** The most seats held at one moment. */
  readonly seats: number;
  readonly holders: readonly PlacedSession[];
}

/**
 * A term's sessions by room, instructor, cohort and pool: one edit is checked without looking at the rest of the term.
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

  /** By the order in which they were put. */
  all(): IterableIterator<PlacedSession> {
    return this.#sessions.values();
  }

  /** Adds a session, or moves it when its id is known. */
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

  /** Judged session by session, never by a run's overall dates, nor with itself: by resource, then by start. */
  clashesOf(placing: ProposedSlot): Clash[] {
    return resourcesOf(placing).flatMap((held) => {
      const others = (this.#held[held.resource].get(held.resourceId)?.during(held) ?? []).filter(
        ({ session }) => session.id !== placing.id,
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
  isFree(placing: ProposedSlot): boolean {
    return resourcesOf(placing).every((held) =>
      (this.#held[held.resource].get(held.resourceId)?.during(held) ?? []).every(
        ({ session }) => session.id === placing.id,
      ),
    );
  }

  poolUse(poolId: string, placing: ProposedSlot): PoolUse {
    const timeline = this.#held.pool.get(poolId);
    if (!timeline) return { seats: 0, holders: [] };
    return {
      seats: timeline.mostSeats(placing, placing.id),
      holders: timeline
        .during(placing)
        .map(({ session }) => session)
        .filter(({ id }) => id !== placing.id),
    };
  }

  /** Every session that shares time with a span, one of them left out. */
  during(span: Span, exceptId: string | null): PlacedSession[] {
    return [...this.#sessions.values()].filter((one) => one.id !== exceptId && overlaps(one, span));
  }

  /** The sessions that an instructor teaches and that touch a span, one of them left out. */
  taughtDuring(instructorId: string, span: Span, exceptId: string | null): PlacedSession[] {
    return (this.#held.instructor.get(instructorId)?.during(span) ?? [])
      .map(({ session }) => session)
      .filter(({ id }) => id !== exceptId);
  }

  /** Every two sessions that clash, once for each resource they share, by start. */
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
