import { Inject, Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import type { Ask } from '../../platform/index.js';
import type { SessionPlace } from '../domain/placed-session.js';
import { isPublished } from '../domain/session-rules.js';
import { COHORT_AUDIENCE, type CohortAudience, type Listener } from './cohort-audience.js';

/** A change of one session as far as it matters whom it concerns; null: it did not stand, or stands no more. */
export interface Concern {
  readonly cohort: { readonly id: string; readonly state: string };
  readonly before: SessionPlace | null;
  readonly after: SessionPlace | null;
}

export interface Reachable extends Listener {
  readonly email: string;
  /** Null for a trainee. */
  readonly instructorId: string | null;
}

/** Whom a change of the timetable concerns: the cohort's trainees once it is published, and who taught or will teach. */
@Injectable()
export class Listeners {
  constructor(@Inject(COHORT_AUDIENCE) private readonly audience: CohortAudience) {}

  /** Everybody once, who has an address. */
  async to(ask: Ask, { cohort, before, after }: Concern): Promise<Reachable[]> {
    const trainees = isPublished(cohort.state) ? await this.audience.of(ask, cohort.id) : [];
    const ids = [...new Set([before, after].flatMap((place) => place?.instructors.map((one) => one.instructorId) ?? []))];
    const instructors = ids.length === 0 ? [] : await ask<Listener & { instructorId: string }>(sql`
      SELECT i.id AS "instructorId", i.name AS "name", COALESCE(a.email, i.email) AS "email", a.language AS "language"
      FROM instructor i LEFT JOIN account a ON a.id = i.account_id WHERE i.id IN (${join(ids)}) ORDER BY i.name`);
    const all = [...instructors, ...trainees.map((one) => ({ ...one, instructorId: null }))];
    const reachable = all.flatMap((one): Reachable[] => (one.email === null ? [] : [{ ...one, email: one.email }]));
    return [...new Map(reachable.reverse().map((one) => [one.email, one])).values()].reverse();
  }

  /** How many people changes would tell, each counted once. */
  async count(ask: Ask, concerns: readonly Concern[]): Promise<number> {
    const told = new Set<string>();
    for (const concern of concerns) for (const { email } of await this.to(ask, concern)) told.add(email);
    return told.size;
  }

  /** Trainees who hold a seat of the cohort. */
  async trainees(ask: Ask, cohortId: string): Promise<number> {
    return (await this.audience.of(ask, cohortId)).length;
  }
}
