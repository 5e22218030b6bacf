import sql, { join } from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';
import { sessionsOverlap } from '../../scheduling/index.js';
import type { EnrolFacts } from '../domain/enrolment-rules.js';
import type { EnrolmentState } from '../domain/states.js';
import type { Prerequisites } from '../domain/prerequisites.js';
import type { CohortForSeats } from './cohort-facts.js';
import { isInState, isLive } from './sql.js';

interface EnrolAttempts {
  readonly cohort: CohortForSeats;
  readonly traineeIds: readonly string[];
  readonly byStaff: boolean;
  readonly now: number;
  /** The cohort that a transfer leaves: its sessions do not clash. */
  readonly leavingCohortId?: string | null;
  /** The trainee already waits for this seat: an open offer of another cohort does not clash yet. */
  readonly isWaiting?: boolean;
}

interface EnrolAttempt extends Omit<EnrolAttempts, 'traineeIds'> {
  readonly traineeId: string;
}

/** Facts for `mayEnrol`, read the same way by the page that offers enrolment and the action that performs it. */
export async function enrolFacts(
  query: QueryFunction,
  prerequisites: Prerequisites,
  { traineeId, ...attempt }: EnrolAttempt,
): Promise<EnrolFacts> {
  const of = await enrolFactsOfEach(query, prerequisites, { ...attempt, traineeIds: [traineeId] });
  return of(traineeId);
}

/** Reads the facts of all trainees in as many queries as those of one. */
export async function enrolFactsOfEach(
  query: QueryFunction,
  prerequisites: Prerequisites,
  { cohort, traineeIds, byStaff, now, leavingCohortId = null, isWaiting = false }: EnrolAttempts,
): Promise<(traineeId: string) => EnrolFacts> {
  const some = traineeIds.length > 0;
  const states = some ? await currentStates(query, cohort.id, traineeIds) : new Map<string, EnrolmentState>();
  const verified = new Set(some ? await withVerifiedEmail(query, traineeIds) : []);
  const missing = await missingPrerequisites(query, prerequisites, { cohort, traineeIds });
  const clashes = some
    ? await ownClashes(query, traineeIds, {
        cohortIds: [cohort.id, leavingCohortId ?? cohort.id],
        states: isWaiting ? ['confirmed'] : ['offered', 'confirmed'],
      })
    : new Map<string, OwnClash>();
  return (traineeId) => ({
    now,
    cohort,
    byStaff,
    emailVerified: verified.has(traineeId),
    currentState: states.get(traineeId) ?? null,
    missingPrerequisites: missing(traineeId),
    ownClash: clashes.get(traineeId) ?? null,
  });
}

type OwnClash = NonNullable<EnrolFacts['ownClash']>;

async function currentStates(
  query: QueryFunction,
  cohortId: string,
  traineeIds: readonly string[],
): Promise<ReadonlyMap<string, EnrolmentState>> {
  const rows = await query<{ traineeId: string; state: EnrolmentState }>(sql`
    SELECT e.trainee_id AS "traineeId", e.state AS "state" FROM enrolment e
    WHERE e.cohort_id = ${cohortId} AND e.trainee_id IN (${join([...traineeIds])}) AND ${isLive('e')}`);
  return new Map(rows.map(({ traineeId, state }) => [traineeId, state]));
}

async function withVerifiedEmail(query: QueryFunction, traineeIds: readonly string[]): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`
    SELECT t.id AS "id" FROM trainee t JOIN account a ON a.id = t.account_id
    WHERE t.id IN (${join([...traineeIds])}) AND a.email_verified_at IS NOT NULL`);
  return rows.map(({ id }) => id);
}

/** Names of the achievements that the course requires and a trainee does not hold. */
async function missingPrerequisites(
  query: QueryFunction,
  prerequisites: Prerequisites,
  { cohort, traineeIds }: Pick<EnrolAttempts, 'cohort' | 'traineeIds'>,
): Promise<(traineeId: string) => string[]> {
  const required = await query<{ id: string; name: string }>(sql`
    SELECT a.id AS "id", a.name_zh AS "name" FROM prerequisite p JOIN achievement a ON a.id = p.requires_achievement_id
    WHERE p.course_id = ${cohort.courseId} ORDER BY a.code`);
  if (required.length === 0) return () => [];
  const held = await prerequisites.heldBy(query, traineeIds, cohort.startsOn);
  return (traineeId) => required.filter(({ id }) => !held.get(traineeId)?.has(id)).map(({ name }) => name);
}

async function ownClashes(
  query: QueryFunction,
  traineeIds: readonly string[],
  { cohortIds: [enters, leaves], states }: { cohortIds: readonly [string, string]; states: readonly EnrolmentState[] },
): Promise<ReadonlyMap<string, OwnClash>> {
  const rows = await query<OwnClash & { traineeId: string }>(sql`
    SELECT e.trainee_id AS "traineeId", c.code AS "cohort", MIN(theirs.starts_at) AS "startsAt"
    FROM enrolment e
    JOIN cohort c ON c.id = e.cohort_id
    JOIN session theirs ON theirs.cohort_id = e.cohort_id
    JOIN session mine ON mine.cohort_id = ${enters} AND ${sessionsOverlap('mine', 'theirs')}
    WHERE e.trainee_id IN (${join([...traineeIds])}) AND e.cohort_id NOT IN (${enters}, ${leaves}) AND ${isInState('e', states)}
    GROUP BY e.trainee_id, c.code ORDER BY 3 DESC, 2 DESC`);
  // The earliest comes last, and stays in the map.
  return new Map(rows.map(({ traineeId, ...clash }) => [traineeId, clash]));
}
