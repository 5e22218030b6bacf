import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

/** A session ahead that its instructor declined. */
export interface DeclinedSession {
  readonly sessionId: string;
  readonly number: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly cohortCode: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly instructorId: string;
  readonly instructorZh: string;
  readonly instructorEn: string;
  readonly said: string | null;
  readonly answeredAt: number;
}

/**
 * Soonest first. The task ends when somebody else teaches the session, it moves or is cancelled, or the instructor
 * accepts.
 */
export async function declinedSessions(query: QueryFunction, now: number): Promise<DeclinedSession[]> {
  const rows = await query<DeclinedSession>(sql`
    SELECT s.id AS "sessionId", s.number AS "number", s.starts_at AS "startsAt", s.ends_at AS "endsAt", c.code AS "cohortCode", v.title_zh AS "titleZh", v.title_en AS "titleEn",
      i.id AS "instructorId", i.name AS "instructorZh", COALESCE(i.latin_name, i.name) AS "instructorEn", t.said AS "said", t.answered_at AS "answeredAt"
    FROM session_instructor t JOIN session s ON s.id = t.session_id JOIN instructor i ON i.id = t.instructor_id
    JOIN cohort c ON c.id = s.cohort_id JOIN course_version v ON v.id = c.course_version_id
    WHERE t.answer = 'declined' AND s.state = 'planned' AND s.starts_at > ${now} AND c.state IN ('draft', 'tentative', 'confirmed')
    ORDER BY s.starts_at, c.code, s.number, i.name`);
  return rows.map((row) => ({
    ...row,
    startsAt: Number(row.startsAt),
    endsAt: Number(row.endsAt),
    answeredAt: Number(row.answeredAt),
  }));
}
