import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { CohortSessions, SessionAhead, SessionSpan } from '../../../cohorts/index.js';
import { type QueryFunction, ReadDatabase } from '../../../platform/index.js';
import { isNotCancelled } from '../../core/index.js';

@Injectable()
export class SessionsOfCohorts implements CohortSessions {
  constructor(private readonly reads: ReadDatabase) {}

  ahead(cohortId: string, now: number): Promise<SessionAhead[]> {
    return this.reads.query(sql`
      SELECT s.id AS "id", s.number AS "number", s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.state AS "state",
        r.name_zh AS "roomZh", r.name_en AS "roomEn", i.name AS "instructor"
      FROM session s LEFT JOIN room r ON r.id = s.room_id
        LEFT JOIN session_instructor si ON si.session_id = s.id AND si.role = 'lead' LEFT JOIN instructor i ON i.id = si.instructor_id
      WHERE s.cohort_id = ${cohortId} AND ${isNotCancelled('s')} AND s.ends_at > ${now} ORDER BY s.starts_at LIMIT 4`);
  }

  async span(query: QueryFunction, cohortId: string): Promise<SessionSpan> {
    const [row] = await query<SessionSpan>(sql`
      SELECT MIN(s.starts_at) AS "first", MAX(s.ends_at) AS "last" FROM session s WHERE s.cohort_id = ${cohortId} AND ${isNotCancelled('s')}`);
    return row ?? { first: null, last: null };
  }

  async smallestRoom(query: QueryFunction, cohortId: string): Promise<{ code: string; seats: number } | null> {
    const [row] = await query<{ code: string; seats: number }>(sql`
      SELECT r.code AS "code", r.seats AS "seats" FROM session s JOIN room r ON r.id = s.room_id
      WHERE s.cohort_id = ${cohortId} AND ${isNotCancelled('s')} ORDER BY r.seats, r.code LIMIT 1`);
    return row ?? null;
  }

  count(cohortId: Sql): Sql {
    return sql`(SELECT COUNT(*) ${sessionsOf(cohortId)})`;
  }

  withoutRoom(cohortId: Sql): Sql {
    return sql`(SELECT COUNT(*) ${sessionsOf(cohortId)} AND s.room_id IS NULL)`;
  }

  withoutInstructor(cohortId: Sql): Sql {
    return sql`(SELECT COUNT(*) ${sessionsOf(cohortId)}
      AND NOT EXISTS (SELECT 1 FROM session_instructor si WHERE si.session_id = s.id AND si.role = 'lead'))`;
  }

  nextStart(cohortId: Sql, now: number): Sql {
    return sql`(SELECT MIN(s.starts_at) ${sessionsOf(cohortId)} AND s.ends_at > ${now})`;
  }
}

const sessionsOf = (cohortId: Sql): Sql =>
  sql`FROM session s WHERE s.cohort_id = ${cohortId} AND ${isNotCancelled('s')}`;
