import sql from 'sql-template-tag';
import { type QueryFunction, dayOf, looksLikeId } from '../../platform/index.js';
import type { CohortSessions, SessionSpan } from '../domain/cohort-sessions.js';
import type { CohortPlan, PlanFacts, PresentCohort } from '../domain/plan-rules.js';

interface PlanQuery {
  readonly plan: CohortPlan;
  readonly now: number;
  readonly present: (Omit<PresentCohort, 'firstSessionOn' | 'lastSessionOn'> & { readonly id: string }) | null;
}

export async function planFacts(
  query: QueryFunction,
  sessions: CohortSessions,
  { plan, now, present }: PlanQuery,
): Promise<PlanFacts> {
  const [course] = looksLikeId(plan.courseId)
    ? await query<{ code: string; retiredAt: number | null; versionId: string | null }>(sql`
    SELECT code AS "code", retired_at AS "retiredAt", current_version_id AS "versionId" FROM course WHERE id = ${plan.courseId}`)
    : [];
  const taken = await query<{ id: string }>(sql`SELECT id AS "id" FROM cohort WHERE code = ${plan.code}`);
  const sponsors =
    plan.sponsorEmployerId === null || !looksLikeId(plan.sponsorEmployerId)
      ? []
      : await query(sql`SELECT id AS "id" FROM employer WHERE id = ${plan.sponsorEmployerId}`);
  return {
    today: dayOf(now),
    plan,
    course: course
      ? { code: course.code, retired: course.retiredAt !== null, hasVersion: course.versionId !== null }
      : null,
    codeIsTaken: taken.some(({ id }) => id !== present?.id),
    sponsorIsKnown: plan.sponsorEmployerId === null || sponsors.length > 0,
    present: present && { ...present, ...daysOf(await sessions.span(query, present.id)) },
  };
}

function daysOf({ first, last }: SessionSpan): Pick<PresentCohort, 'firstSessionOn' | 'lastSessionOn'> {
  return { firstSessionOn: first ? dayOf(first) : null, lastSessionOn: last ? dayOf(last) : null };
}

/** Codes with this prefix, so that the proposal can skip them. */
export async function codesLike(query: QueryFunction, stem: string): Promise<ReadonlySet<string>> {
  const rows = await query<{ code: string }>(sql`SELECT code AS "code" FROM cohort WHERE code LIKE ${`${stem}%`}`);
  return new Set(rows.map(({ code }) => code));
}
