import { resourcesOf, type Clash, type PlacedSession, type Placing, type Resource, type ResourceHeld, type TermClash } from './placed-session.js';
import { ResourceTimeline } from './resource-timeline.js';

interface Held extends ResourceHeld {
  readonly timeline: ResourceTimeline;
}

/** A term's sessions by room, instructor and cohort: one edit is checked without looking at the rest of the term. */
export class SessionIndex {
  readonly #sessions = new Map<string, PlacedSession>();
  readonly #held: Record<Resource, Map<string, ResourceTimeline>> = { room: new Map(), instructor: new Map(), cohort: new Map() };

  constructor(sessions: Iterable<PlacedSession> = []) {
    const inOrder = [...sessions].sort((a, b) => a.startsAt - b.startsAt);
    for (const session of inOrder) this.put(session);
  }

  get size(): number {
    return this.#sessions.size;
  }

  /** Adds a session, or moves it when its id is known. */
  put(session: PlacedSession): void {
    this.remove(session.id);
    this.#sessions.set(session.id, session);
    for (const { resource, resourceId } of resourcesOf(session)) this.#timelineFor(resource, resourceId).add(session);
  }

  remove(id: string): void {
    const known = this.#sessions.get(id);
    if (known === undefined) return;
    for (const { resource, resourceId } of resourcesOf(known)) this.#held[resource].get(resourceId)?.remove(known);
    this.#sessions.delete(id);
  }

  /** As `clashesOf` of all its sessions: by resource (room, instructor, cohort), then by start. */
  clashesOf(placing: Placing): Clash[] {
    return resourcesOf(placing).flatMap(({ resource, resourceId }) =>
      (this.#held[resource].get(resourceId)?.during(placing) ?? [])
        .filter((other) => other.id !== placing.id)
        .map((other) => ({ resource, resourceId, other, overlap: overlapOf(placing, other) })),
    );
  }

  /** Whether nothing else holds the room, the instructor or the cohort. */
  isFree(placing: Placing): boolean {
    return resourcesOf(placing).every(({ resource, resourceId }) =>
      (this.#held[resource].get(resourceId)?.during(placing) ?? []).every((other) => other.id === placing.id),
    );
  }

  /** Every two sessions that clash, once for each resource they share, by start. */
  allClashes(): TermClash[] {
    return this.#timelines()
      .flatMap(({ timeline, resource, resourceId }) =>
        timeline.pairs().map(([first, second]) => ({ resource, resourceId, first, second, overlap: overlapOf(first, second) })),
      )
      .sort((a, b) => a.first.startsAt - b.first.startsAt || a.second.startsAt - b.second.startsAt);
  }

  #timelines(): Held[] {
    const resources: readonly Resource[] = ['room', 'instructor', 'cohort'];
    return resources.flatMap((resource) => [...this.#held[resource]].map(([resourceId, timeline]) => ({ resource, resourceId, timeline })));
  }

  #timelineFor(resource: Resource, id: string): ResourceTimeline {
    const known = this.#held[resource].get(id);
    if (known !== undefined) return known;
    const timeline = new ResourceTimeline();
    this.#held[resource].set(id, timeline);
    return timeline;
  }
}

function overlapOf(one: Placing, other: Placing): Clash['overlap'] {
  return { startsAt: Math.max(one.startsAt, other.startsAt), endsAt: Math.min(one.endsAt, other.endsAt) };
}
