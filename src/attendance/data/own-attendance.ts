import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';
import type { Mark } from '../domain/marks.js';

export interface OwnMark {
  readonly enrolmentId: string;
  readonly sessionNumber: number;
  readonly startsAt: number;
  readonly mark: Mark;
}

export interface OwnScore {
  readonly enrolmentId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly score: number;
  readonly passScore: number;
  readonly fullScore: number;
}

/** A trainee's own current marks, oldest session first, without replaced ones. */
export function ownMarks(query: QueryFunction, traineeId: string): Promise<OwnMark[]> {
  return query(sql`
    SELECT m.enrolment_id AS "enrolmentId", s.number AS "sessionNumber", s.starts_at AS "startsAt", m.mark AS "mark"
    FROM attendance_mark m JOIN enrolment e ON e.id = m.enrolment_id JOIN session s ON s.id = m.session_id
    WHERE e.trainee_id = ${traineeId} AND m.superseded_at IS NULL ORDER BY s.starts_at`);
}

/** A trainee's own results, in the order of the assessments. */
export function ownScores(query: QueryFunction, traineeId: string): Promise<OwnScore[]> {
  return query(sql`
    SELECT r.enrolment_id AS "enrolmentId", a.name_zh AS "nameZh", a.name_en AS "nameEn", r.score AS "score", a.pass_score AS "passScore", a.full_score AS "fullScore"
    FROM result r JOIN assessment a ON a.id = r.assessment_id JOIN enrolment e ON e.id = r.enrolment_id
    WHERE e.trainee_id = ${traineeId} AND r.superseded_at IS NULL ORDER BY r.enrolment_id, a.position`);
}
