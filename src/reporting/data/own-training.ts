import { Inject, Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { ReadDatabase } from '../../platform/index.js';
import { isNotCancelled } from '../../scheduling/index.js';
import { type CertificateOfTrainee, TRAINEE_CERTIFICATES, type TraineeCertificates } from '../../trainees/index.js';

export interface OwnPerson {
  readonly traineeId: string | null;
  readonly name: string;
  readonly email: string;
}

export interface OwnSession {
  readonly id: string;
  readonly number: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly cohortCode: string;
  readonly delivery: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly roomZh: string | null;
  readonly roomEn: string | null;
  readonly placeZh: string | null;
  readonly placeEn: string | null;
  readonly instructor: string | null;
}

export interface OwnEnrolment {
  readonly id: string;
  readonly state: string;
  readonly madeAt: number;
  readonly endedAt: number | null;
  readonly offerExpiresAt: number | null;
  readonly cohortId: string;
  readonly cohortCode: string;
  readonly cohortState: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Start of the first session; `null` while there is none. */
  readonly firstStart: number | null;
  /** 1 is next; 0 if not on the waitlist. */
  readonly placeInLine: number;
  readonly attended: number;
  readonly excused: number;
  readonly held: number;
}

export interface OwnResult {
  readonly enrolmentId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly score: number;
  readonly fullScore: number;
  readonly passScore: number;
}

export type OwnCertificate = Omit<CertificateOfTrainee, 'id'>;

/** A trainee's own training. Every query is bound to that person. */
@Injectable()
export class OwnTraining {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(TRAINEE_CERTIFICATES) private readonly held: TraineeCertificates,
  ) {}

  person(accountId: string): Promise<OwnPerson | null> {
    return this.reads.first<OwnPerson>(sql`
      SELECT t.id AS "traineeId", a.name AS "name", a.email AS "email"
      FROM account a LEFT JOIN trainee t ON t.account_id = a.id WHERE a.id = ${accountId}`);
  }

  /** Sessions that are not over yet, of cohorts in which the person has a seat. */
  nextSessions(traineeId: string, now: number, most: number): Promise<OwnSession[]> {
    return this.reads.query<OwnSession>(sql`
      SELECT s.id AS "id", s.number AS "number", s.starts_at AS "startsAt", s.ends_at AS "endsAt", c.code AS "cohortCode", c.delivery AS "delivery",
        v.title_zh AS "titleZh", v.title_en AS "titleEn", r.name_zh AS "roomZh", r.name_en AS "roomEn", r.place_zh AS "placeZh", r.place_en AS "placeEn",
        i.name AS "instructor"
      FROM enrolment e JOIN session s ON s.cohort_id = e.cohort_id JOIN cohort c ON c.id = e.cohort_id JOIN course_version v ON v.id = c.course_version_id
      LEFT JOIN room r ON r.id = s.room_id
      LEFT JOIN session_instructor si ON si.session_id = s.id AND si.role = 'lead' LEFT JOIN instructor i ON i.id = si.instructor_id
      WHERE e.trainee_id = ${traineeId} AND e.state = 'confirmed' AND ${isNotCancelled('s')} AND s.ends_at > ${now}
      ORDER BY s.starts_at LIMIT ${most}`);
  }

  enrolments(traineeId: string): Promise<OwnEnrolment[]> {
    return this.reads.query<OwnEnrolment>(sql`
      SELECT e.id AS "id", e.state AS "state", e.made_at AS "madeAt", e.ended_at AS "endedAt", e.offer_expires_at AS "offerExpiresAt",
        c.id AS "cohortId", c.code AS "cohortCode", c.state AS "cohortState", v.title_zh AS "titleZh", v.title_en AS "titleEn",
        c.starts_on AS "startsOn", c.ends_on AS "endsOn",
        (SELECT MIN(s.starts_at) FROM session s WHERE s.cohort_id = c.id AND ${isNotCancelled('s')}) AS "firstStart",
        CASE WHEN e.state = 'waitlisted' THEN (SELECT COUNT(*) FROM enrolment line
          WHERE line.cohort_id = e.cohort_id AND line.state = 'waitlisted' AND line.ticket <= e.ticket) ELSE 0 END AS "placeInLine",
        (SELECT COUNT(*) FROM attendance_mark m WHERE m.enrolment_id = e.id AND m.superseded_at IS NULL AND m.mark IN ('present', 'late')) AS "attended",
        (SELECT COUNT(*) FROM attendance_mark m WHERE m.enrolment_id = e.id AND m.superseded_at IS NULL AND m.mark = 'excused') AS "excused",
        (SELECT COUNT(*) FROM attendance_mark m WHERE m.enrolment_id = e.id AND m.superseded_at IS NULL) AS "held"
      FROM enrolment e JOIN cohort c ON c.id = e.cohort_id JOIN course_version v ON v.id = c.course_version_id
      WHERE e.trainee_id = ${traineeId} ORDER BY c.starts_on DESC, e.made_at DESC LIMIT 100`);
  }

  results(traineeId: string): Promise<OwnResult[]> {
    return this.reads.query<OwnResult>(sql`
      SELECT r.enrolment_id AS "enrolmentId", a.name_zh AS "nameZh", a.name_en AS "nameEn", r.score AS "score", a.full_score AS "fullScore", a.pass_score AS "passScore"
      FROM enrolment e JOIN result r ON r.enrolment_id = e.id AND r.superseded_at IS NULL JOIN assessment a ON a.id = r.assessment_id
      WHERE e.trainee_id = ${traineeId} ORDER BY a.position`);
  }

  certificates(traineeId: string, today: string): Promise<CertificateOfTrainee[]> {
    return this.held.list(traineeId, today);
  }
}
