import { Inject, Injectable } from '@nestjs/common';
import type { QueryFunction } from '../../../platform/index.js';
import { instructorsToTell } from '../data/instructors-to-tell.js';
import type { SessionSlot } from '../domain/placed-session.js';
import { isPublished } from '../domain/session-change-rules.js';
import { COHORT_AUDIENCE, type CohortAudience, type Listener } from './cohort-audience.js';

/** What decides who is affected by a change of a session. Null: new, or cancelled. */
export interface Concern {
  readonly cohort: { readonly id: string; readonly state: string };
  readonly before: SessionSlot | null;
  readonly after: SessionSlot | null;
}

export interface Reachable extends Listener {
  readonly email: string;
  /** Null for a trainee. */
  readonly instructorId: string | null;
}

interface AffectedListener extends Listener {
  readonly instructorId: string | null;
}

export type Unreachable = Pick<AffectedListener, 'name' | 'instructorId'>;

/** The people affected by a timetable change: trainees of published cohorts, and old and new instructors. */
@Injectable()
export class Listeners {
  constructor(@Inject(COHORT_AUDIENCE) private readonly audience: CohortAudience) {}

  /** Everybody with an email address, once. */
  async reachable(query: QueryFunction, concern: Concern): Promise<Reachable[]> {
    return (await this.reachableByConcern(query, [concern]))[0] ?? [];
  }

  /** People by concern; two or three queries for all concerns together. */
  async reachableByConcern(query: QueryFunction, concerns: readonly Concern[]): Promise<Reachable[][]> {
    return (await this.allOfEach(query, concerns)).map((all) => {
      const reachable = all.flatMap((one): Reachable[] => (one.email === null ? [] : [{ ...one, email: one.email }]));
      return [...new Map(reachable.reverse().map((one) => [one.email, one])).values()].reverse();
    });
  }

  /** Names of people without an email address, by concern; they have to be notified another way. */
  async unreachable(query: QueryFunction, concerns: readonly Concern[]): Promise<Unreachable[][]> {
    return (await this.allOfEach(query, concerns)).map((all) =>
      all.filter(({ email }) => email === null).map(({ name, instructorId }) => ({ name, instructorId })),
    );
  }

  private async allOfEach(query: QueryFunction, concerns: readonly Concern[]): Promise<AffectedListener[][]> {
    const cohortIds = [...new Set(concerns.flatMap(({ cohort }) => (isPublished(cohort.state) ? [cohort.id] : [])))];
    const trainees = new Map<string, readonly Listener[]>();
    for (const id of cohortIds) trainees.set(id, await this.audience.list(query, id));
    const instructors = await instructorsToTell(query, [...new Set(concerns.flatMap(teachersOf))]);
    return concerns.map((concern) => {
      const ids = new Set(teachersOf(concern));
      const taught = instructors.filter(({ instructorId }) => ids.has(instructorId));
      return [...taught, ...(trainees.get(concern.cohort.id) ?? []).map((one) => ({ ...one, instructorId: null }))];
    });
  }

  /** Number of people to notify, each counted once. */
  async count(query: QueryFunction, concerns: readonly Concern[]): Promise<number> {
    return new Set((await this.reachableByConcern(query, concerns)).flat().map(({ email }) => email)).size;
  }

  /** Number of trainees with a seat in the cohort. */
  async trainees(query: QueryFunction, cohortId: string): Promise<number> {
    return (await this.audience.list(query, cohortId)).length;
  }
}

function teachersOf({ before, after }: Concern): string[] {
  return [before, after].flatMap((slot) => slot?.instructors.map((one) => one.instructorId) ?? []);
}
