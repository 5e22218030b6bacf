import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';
import type { EnrolFacts } from '../domain/enrolment-rules.js';
import type { EnrolmentState } from '../domain/states.js';
import type { Prerequisites } from '../domain/prerequisites.js';
import type { CohortForSeats } from './cohort-facts.js';
import { isInState, isLive } from './sql.js';

interface EnrolAttempt {
  readonly cohort: CohortForSeats;
  readonly traineeId: string;
  readonly byStaff: boolean;
  readonly now: number;
  /** The cohort that a transfer leaves: its sessions do not clash. */
  readonly leavingCohortId?: string | null;
  /** The trainee already waits for this seat: an open offer of another cohort does not clash yet. */
  readonly isWaiting?: boolean;
}

/** Facts for `mayEnrol`, read the same way by the page that offers enrolment and the action that performs it. */
export async function enrolFacts(
  query: QueryFunction,
  prerequisites: Prerequisites,
  { cohort, traineeId, byStaff, now, leavingCohortId = null, isWaiting = false }: EnrolAttempt,
): Promise<EnrolFacts> {
  const [current] = await query<{ state: EnrolmentState }>(sql`
    SELECT e.state AS "state" FROM enrolment e WHERE e.cohort_id = ${cohort.id} AND e.trainee_id = ${traineeId} AND ${isLive('e')}`);
  return {
    now,
    cohort,
    byStaff,
    emailVerified: await hasVerifiedEmail(query, traineeId),
    currentState: current?.state ?? null,
    missingPrerequisites: await missingPrerequisites(query, prerequisites, { cohort, traineeId }),
    ownClash: await ownClash(query, traineeId, {
      cohortIds: [cohort.id, leavingCohortId ?? cohort.id],
      states: isWaiting ? ['confirmed'] : ['offered', 'confirmed'],
    }),
  };
}

async function hasVerifiedEmail(query: QueryFunction, traineeId: string): Promise<boolean> {
  const rows = await query<{ id: string }>(sql`
    SELECT a.id AS "id" FROM trainee t JOIN account a ON a.id = t.account_id WHERE t.id = ${traineeId} AND a.email_verified_at IS NOT NULL`);
  return rows.length > 0;
}

async function missingPrerequisites(
  query: QueryFunction,
  prerequisites: Prerequisites,
  { cohort, traineeId }: Pick<EnrolAttempt, 'cohort' | 'traineeId'>,
): Promise<string[]> {
  const required = await query<{ id: string; name: string }>(sql`
    SELECT a.id AS "id", a.name_zh AS "name" FROM prerequisite p JOIN achievement a ON a.id = p.requires_achievement_id
    WHERE p.course_id = ${cohort.courseId} ORDER BY a.code`);
  if (required.length === 0) return [];
  const held = await prerequisites.heldBy(query, traineeId, cohort.startsOn);
  return required.filter(({ id }) => !held.includes(id)).map(({ name }) => name);
}

async function ownClash(
  query: QueryFunction,
  traineeId: string,
  { cohortIds: [enters, leaves], states }: { cohortIds: readonly [string, string]; states: readonly EnrolmentState[] },
): Promise<EnrolFacts['ownClash']> {
  const [clash] = await query<{ cohort: string; startsAt: number }>(sql`
    SELECT c.code AS "cohort", theirs.starts_at AS "startsAt"
    FROM enrolment e
    JOIN cohort c ON c.id = e.cohort_id
    JOIN session theirs ON theirs.cohort_id = e.cohort_id AND theirs.state <> 'cancelled'
    JOIN session mine ON mine.cohort_id = ${enters} AND mine.state <> 'cancelled'
      AND mine.starts_at < theirs.ends_at AND theirs.starts_at < mine.ends_at
    WHERE e.trainee_id = ${traineeId} AND e.cohort_id NOT IN (${enters}, ${leaves}) AND ${isInState('e', states)}
    ORDER BY theirs.starts_at LIMIT 1`);
  return clash ?? null;
}
