import sql from 'sql-template-tag';
import { contradictsRule, type EnrolmentOutcome, outcomesOf } from '../../../attendance/index.js';
import type { QueryFunction } from '../../../platform/index.js';
import { numberCell } from '../../log/index.js';
import { type Bindable, boundAmong } from './bind-records.js';

/** Outcomes of a cohort's enrolments, from one read, compared with their bindings. */
export interface CheckedOutcomes {
  /** As stored, by enrolment. */
  readonly outcomes: ReadonlyMap<string, EnrolmentOutcome>;
  /**
   * Ids of enrolments that have ended, by their row or their binding, and are not as they were bound, or contradict
   * what was reached.
   */
  readonly altered: ReadonlySet<string>;
}

export async function checkedOutcomes(
  query: QueryFunction,
  key: Uint8Array,
  cohortId: string,
): Promise<CheckedOutcomes> {
  const stored = await outcomesOf(query, cohortId);
  const outcomes = new Map(stored.map((one) => [one.enrolmentId, one]));
  // Two rows of one enrolment: only one of them can be as it was bound.
  const twice = stored.filter((one) => outcomes.get(one.enrolmentId) !== one).map(({ enrolmentId }) => enrolmentId);
  const bound = await boundAmong(query, key, { kind: 'outcome', records: stored.map(boundOutcome) });
  const ended = [...(await boundEnrolments(query, cohortId)), ...stored.filter(hasEnded).map((one) => one.enrolmentId)];
  const contradictory = stored.filter(contradictsRule).map(({ enrolmentId }) => enrolmentId);
  return { outcomes, altered: new Set([...ended.filter((id) => !bound.has(id)), ...twice, ...contradictory]) };
}

export const hasEnded = ({ state }: Pick<EnrolmentOutcome, 'state'>): boolean =>
  state === 'completed' || state === 'notCompleted';

export function boundOutcome({
  enrolmentId,
  cohortId,
  traineeId,
  state,
  endedAt,
  ...reached
}: EnrolmentOutcome): Bindable {
  return {
    id: enrolmentId,
    cells: [
      cohortId,
      traineeId,
      state,
      endedAt,
      reached.attended,
      reached.counted,
      ...reached.scores.flatMap(({ assessmentId, nameZh, nameEn, passScore, fullScore, score }) => [
        assessmentId,
        nameZh,
        nameEn,
        numberCell(passScore),
        numberCell(fullScore),
        numberCell(score),
      ]),
    ],
  };
}

/** Ids of a cohort's enrolments whose outcome was bound, whatever their rows say now. */
async function boundEnrolments(query: QueryFunction, cohortId: string): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`
    SELECT e.id AS "id" FROM enrolment e JOIN record_binding b ON b.kind = 'outcome' AND b.id = CAST(e.id AS TEXT)
    WHERE e.cohort_id = ${cohortId}`);
  return rows.map(({ id }) => id);
}

/** Ids of the cohorts in which an enrolment has ended, by its row, its binding or a certificate. */
export async function cohortsWithOutcomes(query: QueryFunction): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`
    SELECT DISTINCT e.cohort_id AS "id" FROM enrolment e
    WHERE e.state IN ('completed', 'notCompleted')
      OR EXISTS (SELECT 1 FROM record_binding b WHERE b.kind = 'outcome' AND b.id = CAST(e.id AS TEXT))
      OR EXISTS (SELECT 1 FROM certificate k WHERE k.enrolment_id = e.id) ORDER BY 1`);
  return rows.map(({ id }) => id);
}
