import sql from 'sql-template-tag';
import { fingerprint, type QueryFunction } from '../../platform/index.js';
import { isNotCancelled } from '../../scheduling/index.js';
import {
  attendanceShare,
  type AttendanceTally,
  type CompletionFacts,
  shortfallsOf,
  type Shortfall,
  tallyOf,
} from '../domain/completion-rules.js';
import type { Mark } from '../domain/marks.js';
import { EXPECTED } from './register.js';

export interface AttendanceCell {
  readonly sessionId: string;
  readonly enrolmentId: string;
  readonly mark: Mark | null;
}

export interface SessionColumn {
  readonly id: string;
  readonly number: number;
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface PersonRow {
  readonly enrolmentId: string;
  readonly traineeId: string;
  readonly name: string;
  readonly state: string;
  /** When the enrolment ended, epoch milliseconds; `null`: not yet. */
  readonly endedAt: number | null;
}

export interface AssessmentRow {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: string;
  readonly weight: number;
  readonly passScore: number;
  readonly fullScore: number;
  readonly position: number;
}

export interface ResultCell {
  readonly assessmentId: string;
  readonly enrolmentId: string;
  readonly score: number;
  readonly recordedAt: number;
  readonly recordedByName: string;
}

export interface PersonStanding extends PersonRow {
  readonly tally: AttendanceTally;
  /** Between 0 and 1; `null` if nothing counts yet. */
  readonly share: number | null;
  readonly scores: readonly (number | null)[];
  /** Empty if the person completes. */
  readonly shortfalls: readonly Shortfall[];
}

/** The standing of everybody in a cohort, and what its completion still needs. */
export interface CohortStanding {
  readonly sessions: readonly SessionColumn[];
  readonly cells: readonly AttendanceCell[];
  readonly assessments: readonly AssessmentRow[];
  readonly people: readonly PersonStanding[];
  readonly facts: CompletionFacts;
}

export function sessionColumns(query: QueryFunction, cohortId: string): Promise<SessionColumn[]> {
  return query(sql`
    SELECT id AS "id", number AS "number", starts_at AS "startsAt", ends_at AS "endsAt" FROM session
    WHERE cohort_id = ${cohortId} AND ${isNotCancelled('session')} ORDER BY starts_at`);
}

export function assessmentsOf(query: QueryFunction, cohortId: string): Promise<AssessmentRow[]> {
  return query(sql`
    SELECT id AS "id", name_zh AS "nameZh", name_en AS "nameEn", kind AS "kind", weight AS "weight", pass_score AS "passScore", full_score AS "fullScore", position AS "position"
    FROM assessment WHERE cohort_id = ${cohortId} ORDER BY position`);
}

/** People with a confirmed seat, or who have completed this cohort. */
export async function peopleOf(query: QueryFunction, cohortId: string): Promise<PersonRow[]> {
  const rows = await query<PersonRow>(sql`
    SELECT e.id AS "enrolmentId", e.trainee_id AS "traineeId", t.name AS "name", e.state AS "state", e.ended_at AS "endedAt"
    FROM enrolment e JOIN trainee t ON t.id = e.trainee_id
    WHERE e.cohort_id = ${cohortId} AND e.state IN ('confirmed', 'completed', 'notCompleted') ORDER BY e.seat_number, e.ticket`);
  return rows.map((row) => ({ ...row, endedAt: row.endedAt === null ? null : Number(row.endedAt) }));
}

export function resultsOf(query: QueryFunction, cohortId: string): Promise<ResultCell[]> {
  return query(sql`
    SELECT r.assessment_id AS "assessmentId", r.enrolment_id AS "enrolmentId", r.score AS "score", r.recorded_at AS "recordedAt", r.recorded_by_name AS "recordedByName"
    FROM result r JOIN assessment a ON a.id = r.assessment_id
    WHERE a.cohort_id = ${cohortId} AND r.superseded_at IS NULL`);
}

/** One row for each person and session at which they were expected, marked or not. */
function cellsOf(query: QueryFunction, cohortId: string): Promise<AttendanceCell[]> {
  return query(sql`
    SELECT s.id AS "sessionId", e.id AS "enrolmentId", m.mark AS "mark"
    FROM session s JOIN enrolment e ON e.cohort_id = s.cohort_id
    LEFT JOIN attendance_mark m ON m.session_id = s.id AND m.enrolment_id = e.id AND m.superseded_at IS NULL
    WHERE s.cohort_id = ${cohortId} AND ${isNotCancelled('s')} AND e.state IN ('confirmed', 'completed', 'notCompleted') AND (m.id IS NOT NULL OR ${EXPECTED})`);
}

/** `now` decides which sessions are still ahead. */
export async function completionOf(query: QueryFunction, cohortId: string, now: number): Promise<CohortStanding> {
  const [cohort] = await query<{ code: string; state: string }>(
    sql`SELECT code AS "code", state AS "state" FROM cohort WHERE id = ${cohortId}`,
  );
  const sessions = await sessionColumns(query, cohortId);
  const cells = await cellsOf(query, cohortId);
  const assessments = await assessmentsOf(query, cohortId);
  const results = await resultsOf(query, cohortId);
  const begun = new Set(sessions.filter(({ startsAt }) => startsAt <= now).map(({ id }) => id));
  const cellsBy = byEnrolment(cells);
  const resultsBy = byEnrolment(results);
  const people = (await peopleOf(query, cohortId)).map((person): PersonStanding => {
    const tally = tallyOf(
      (cellsBy.get(person.enrolmentId) ?? [])
        .filter((cell) => begun.has(cell.sessionId) || cell.mark !== null)
        .map(({ mark }) => mark),
    );
    const own = resultsBy.get(person.enrolmentId) ?? [];
    const scores = assessments.map(({ id }) => own.find(({ assessmentId }) => assessmentId === id)?.score ?? null);
    const scored = assessments.map(({ passScore }, at) => ({ passScore, score: scores[at] ?? null }));
    return { ...person, tally, scores, share: attendanceShare(tally), shortfalls: shortfallsOf(tally, scored) };
  });
  const open = new Set(cells.filter(({ mark }) => mark === null).map(({ sessionId }) => sessionId));
  const ahead = sessions.filter(({ endsAt }) => endsAt > now);
  return {
    sessions,
    cells,
    assessments,
    people,
    facts: {
      cohort: cohort?.code ?? '',
      cohortState: cohort?.state ?? '',
      people: people.length,
      sessionsAhead: ahead.length,
      lastEnd: ahead.at(-1)?.endsAt ?? null,
      openRegisters: sessions.filter(({ id, endsAt }) => endsAt <= now && open.has(id)).map(({ number }) => number),
      emptyAssessments:
        people.length === 0
          ? []
          : assessments
              .filter(({ id }) => !results.some(({ assessmentId }) => assessmentId === id))
              .map(({ nameZh }) => nameZh),
    },
  };
}

/** The fingerprint of what the completion's page shows: who completes, who does not, and on what grounds. */
export function completionSeen({ people, assessments }: Pick<CohortStanding, 'people' | 'assessments'>): string {
  const asked = assessments.map(({ id, nameZh, nameEn, passScore, fullScore }) => [
    id,
    nameZh,
    nameEn,
    passScore,
    fullScore,
  ]);
  const reached = people.map(({ enrolmentId, traineeId, name, tally, scores, shortfalls }) => [
    enrolmentId,
    traineeId,
    name,
    tally.attended,
    tally.counted,
    scores,
    shortfalls,
  ]);
  return fingerprint(JSON.stringify([asked, reached]));
}

function byEnrolment<Row extends { readonly enrolmentId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const own = found.get(row.enrolmentId);
    if (own) own.push(row);
    else found.set(row.enrolmentId, [row]);
  }
  return found;
}
