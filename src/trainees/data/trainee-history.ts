import sql from 'sql-template-tag';
import type { ReadDatabase } from '../../platform/index.js';

export interface EnrolmentOfTrainee {
  readonly id: string;
  readonly cohortCode: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly state: string;
  readonly madeAt: number;
}

export interface ResultOfTrainee {
  readonly cohortCode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly score: number;
  readonly fullScore: number;
  readonly passScore: number;
}

export interface CertificateOfTrainee {
  readonly id: string;
  readonly number: string;
  readonly token: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly state: string;
  readonly issuedOn: string;
  readonly expiresOn: string | null;
}

export interface PlacementOfTrainee {
  readonly id: string;
  readonly employerId: string;
  readonly employer: string;
  readonly positionTitle: string;
  readonly startedOn: string;
  readonly endedOn: string | null;
}

/** What became of a trainee, read across the modules; each list newest first. */
export interface TraineeHistory {
  readonly enrolments: readonly EnrolmentOfTrainee[];
  readonly results: readonly ResultOfTrainee[];
  readonly certificates: readonly CertificateOfTrainee[];
  readonly placements: readonly PlacementOfTrainee[];
}

export async function traineeHistory(reads: ReadDatabase, id: string): Promise<TraineeHistory> {
  const enrolments = reads.query<EnrolmentOfTrainee>(sql`
    SELECT e.id AS "id", c.code AS "cohortCode", v.title_zh AS "titleZh", v.title_en AS "titleEn", c.starts_on AS "startsOn", c.ends_on AS "endsOn",
      e.state AS "state", e.made_at AS "madeAt"
    FROM enrolment e JOIN cohort c ON c.id = e.cohort_id JOIN course_version v ON v.id = c.course_version_id
    WHERE e.trainee_id = ${id} ORDER BY c.starts_on DESC, e.made_at DESC`);
  const results = reads.query<ResultOfTrainee>(sql`
    SELECT c.code AS "cohortCode", s.name_zh AS "nameZh", s.name_en AS "nameEn", r.score AS "score", s.full_score AS "fullScore", s.pass_score AS "passScore"
    FROM result r JOIN assessment s ON s.id = r.assessment_id JOIN enrolment e ON e.id = r.enrolment_id JOIN cohort c ON c.id = s.cohort_id
    WHERE e.trainee_id = ${id} AND r.superseded_at IS NULL ORDER BY c.starts_on DESC, s.position`);
  const certificates = reads.query<CertificateOfTrainee>(sql`
    SELECT c.id AS "id", c.number AS "number", c.token AS "token", a.name_zh AS "nameZh", a.name_en AS "nameEn", c.state AS "state",
      c.issued_on AS "issuedOn", c.expires_on AS "expiresOn"
    FROM certificate c JOIN achievement a ON a.id = c.achievement_id WHERE c.trainee_id = ${id} ORDER BY c.issued_on DESC, c.number DESC`);
  const placements = reads.query<PlacementOfTrainee>(sql`
    SELECT p.id AS "id", p.employer_id AS "employerId", m.name AS "employer", p.position_title AS "positionTitle", p.started_on AS "startedOn", p.ended_on AS "endedOn"
    FROM placement p JOIN employer m ON m.id = p.employer_id WHERE p.trainee_id = ${id} ORDER BY p.started_on DESC, p.id`);
  return {
    enrolments: await enrolments,
    results: await results,
    certificates: await certificates,
    placements: await placements,
  };
}
