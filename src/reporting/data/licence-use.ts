import { Injectable } from '@nestjs/common';
import sql, { empty } from 'sql-template-tag';
import { ReadDatabase } from '../../platform/index.js';
import { isNotCancelled, type LicencePoolRow, licencePools } from '../../scheduling/index.js';

/** A session with its seats of one licence: who used what, when, where. Instants are epoch milliseconds. */
export interface LicenceUse {
  readonly poolId: string;
  readonly sessionId: string;
  readonly cohort: string;
  readonly number: number;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly roomZh: string | null;
  readonly roomEn: string | null;
  readonly instructor: string | null;
  readonly seats: number;
  /** Trainees with a seat in the cohort. */
  readonly enrolled: number;
  /** Trainees marked present or late; `null`: no register was kept. */
  readonly present: number | null;
}

export interface LicenceUseFilter {
  readonly poolId: string | null;
  readonly fromAt: number;
  readonly untilAt: number;
}

@Injectable()
export class LicenceUses {
  constructor(private readonly reads: ReadDatabase) {}

  /** All pools, including retired ones, whose use stays on record. */
  pools(): Promise<LicencePoolRow[]> {
    return licencePools(this.reads.query);
  }

  /** Sessions that began in the period and were not cancelled, by start. */
  async in({ poolId, fromAt, untilAt }: LicenceUseFilter): Promise<LicenceUse[]> {
    const rows = await this.reads.query<LicenceUse & { marked: number }>(sql`
      SELECT l.pool_id AS "poolId", s.id AS "sessionId", c.code AS "cohort", s.number AS "number", v.title_zh AS "titleZh", v.title_en AS "titleEn",
        s.starts_at AS "startsAt", s.ends_at AS "endsAt", r.name_zh AS "roomZh", r.name_en AS "roomEn", i.name AS "instructor", l.seats AS "seats",
        (SELECT COUNT(*) FROM enrolment e WHERE e.cohort_id = c.id AND e.state IN ('confirmed', 'completed', 'notCompleted')) AS "enrolled",
        (SELECT COUNT(*) FROM attendance_mark m WHERE m.session_id = s.id AND m.superseded_at IS NULL) AS "marked",
        (SELECT COUNT(*) FROM attendance_mark m WHERE m.session_id = s.id AND m.superseded_at IS NULL AND m.mark IN ('present', 'late')) AS "present"
      FROM session_licence l JOIN session s ON s.id = l.session_id JOIN cohort c ON c.id = s.cohort_id JOIN course_version v ON v.id = c.course_version_id
      LEFT JOIN room r ON r.id = s.room_id
      LEFT JOIN session_instructor t ON t.session_id = s.id AND t.role = 'lead' LEFT JOIN instructor i ON i.id = t.instructor_id
      WHERE ${isNotCancelled('s')} AND s.starts_at >= ${fromAt} AND s.starts_at < ${untilAt} ${poolId === null ? empty : sql`AND l.pool_id = ${poolId}`}
      ORDER BY s.starts_at, c.code, l.pool_id`);
    return rows.map(({ marked, ...row }) => ({
      ...row,
      seats: Number(row.seats),
      enrolled: Number(row.enrolled),
      present: Number(marked) === 0 ? null : Number(row.present),
    }));
  }
}
