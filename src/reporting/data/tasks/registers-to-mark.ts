import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { cohortRuns } from '../../../cohorts/index.js';
import { dayOf, daysAfter, instantOf } from '../../../platform/index.js';
import { isNotCancelled } from '../../../scheduling/index.js';
import type { Task, TaskTime } from '../../domain/tasks.js';
import { TaskQuery } from './task-source.js';

/** Days. Completion asks for older registers itself. */
const DAYS_BACK = 14;

interface RegisterToMark {
  readonly id: string;
  readonly number: number;
  readonly startsAt: number;
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly instructorZh: string | null;
  readonly instructorEn: string | null;
  readonly expected: number;
}

/** Sessions of the last fourteen days that have begun and have no marks. */
@Injectable()
export class RegistersToMark extends TaskQuery<RegisterToMark> {
  readonly kind = 'register';

  protected query({ now, today }: TaskTime): Sql {
    return sql`
      SELECT s.id AS "id", s.number AS "number", s.starts_at AS "startsAt", c.code AS "code", v.title_zh AS "titleZh", v.title_en AS "titleEn", i.name AS "instructorZh", COALESCE(i.latin_name, i.name) AS "instructorEn",
        (SELECT COUNT(*) FROM enrolment e WHERE e.cohort_id = c.id AND e.state = 'confirmed') AS "expected"
      FROM session s JOIN cohort c ON c.id = s.cohort_id JOIN course_version v ON v.id = c.course_version_id
        LEFT JOIN session_instructor si ON si.session_id = s.id AND si.role = 'lead' LEFT JOIN instructor i ON i.id = si.instructor_id
      WHERE ${isNotCancelled('s')} AND s.starts_at <= ${now} AND s.starts_at >= ${instantOf(daysAfter(today, -DAYS_BACK), '00:00')} AND ${cohortRuns('c')}
        AND NOT EXISTS (SELECT 1 FROM attendance_mark m WHERE m.session_id = s.id AND m.superseded_at IS NULL)
        AND EXISTS (SELECT 1 FROM enrolment e WHERE e.cohort_id = c.id AND e.state = 'confirmed')
      ORDER BY s.starts_at, c.code`;
  }

  protected taskOf({
    id,
    number,
    startsAt,
    code,
    titleZh,
    titleEn,
    instructorZh,
    instructorEn,
    expected,
  }: RegisterToMark): Task {
    return {
      kind: this.kind,
      due: dayOf(Number(startsAt)),
      href: `/sessions/${id}/register`,
      code,
      titleZh,
      titleEn,
      values: {
        number,
        startsAt: Number(startsAt),
        expected: Number(expected),
        instructorZh: instructorZh ?? '—',
        instructorEn: instructorEn ?? '—',
      },
    };
  }
}
