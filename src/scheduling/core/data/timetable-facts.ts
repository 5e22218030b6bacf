import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import type { BilingualName } from '../domain/placed-session.js';

/** Cohort data for the timetable. */
export interface CohortForTimetable {
  readonly id: string;
  readonly code: string;
  readonly courseId: string;
  readonly state: string;
  /** The capacity: seats that a room must have. */
  readonly seatsNeeded: number;
  /** Days, `YYYY-MM-DD`. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly title: BilingualName;
}

type CohortKey = { readonly code: string } | { readonly id: string };

export async function cohortForTimetable(query: QueryFunction, key: CohortKey): Promise<CohortForTimetable | null> {
  const where = 'code' in key ? sql`c.code = ${key.code}` : sql`c.id = ${key.id}`;
  const [row] = await query<Omit<CohortForTimetable, 'title'> & { titleZh: string; titleEn: string }>(sql`
    SELECT c.id AS "id", c.code AS "code", c.course_id AS "courseId", c.state AS "state", c.capacity AS "seatsNeeded",
      c.starts_on AS "startsOn", c.ends_on AS "endsOn", v.title_zh AS "titleZh", v.title_en AS "titleEn"
    FROM cohort c JOIN course_version v ON v.id = c.course_version_id WHERE ${where}`);
  if (!row) return null;
  const { titleZh, titleEn, ...cohort } = row;
  return { ...cohort, title: { zh: titleZh, en: titleEn } };
}
