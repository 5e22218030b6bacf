import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

const to = (name: string, own: string) => ({ columns: [own], to: name });
const CURRENT = '"superseded_at" IS NULL';

/** Attendance and results: one current row each; every earlier one is kept. */
export class RegistersAndResultsKeepTheirHistory1767225600080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'attendance_mark',
        [
          column.id(),
          column.ref('session_id'),
          column.ref('enrolment_id'),
          column.choice('mark'),
          column.text('reason', 200, { nullable: true }),
          column.instant('marked_at'),
          column.text('marked_by_name', 200),
          column.ref('marked_by_id', { nullable: true }),
          column.instant('superseded_at', { nullable: true }),
        ],
        {
          foreignKeys: [to('session', 'session_id'), to('enrolment', 'enrolment_id'), to('account', 'marked_by_id')],
          unique: [{ columns: ['session_id', 'enrolment_id'], where: CURRENT }],
          indices: [['enrolment_id'], ['session_id']],
          oneOf: { mark: ['present', 'late', 'excused', 'absent'] },
        },
      ),
    );
    await runner.createTable(
      table(
        'assessment',
        [
          column.id(),
          column.ref('cohort_id'),
          column.text('name_zh', 100),
          column.text('name_en', 100),
          column.choice('kind'),
          column.whole('weight'),
          column.whole('pass_score'),
          column.whole('full_score'),
          column.whole('position'),
        ],
        {
          foreignKeys: [to('cohort', 'cohort_id')],
          unique: [{ columns: ['cohort_id', 'position'] }],
          oneOf: { kind: ['exam', 'practical', 'project'] },
          checks: {
            ck_assessment_scores:
              '"full_score" >= 1 AND "full_score" <= 1000 AND "pass_score" >= 0 AND "pass_score" <= "full_score"',
            ck_assessment_weight: '"weight" >= 0 AND "weight" <= 100',
          },
        },
      ),
    );
    await runner.createTable(
      table(
        'result',
        [
          column.id(),
          column.ref('assessment_id'),
          column.ref('enrolment_id'),
          column.whole('score'),
          column.instant('recorded_at'),
          column.text('recorded_by_name', 200),
          column.instant('superseded_at', { nullable: true }),
        ],
        {
          foreignKeys: [to('assessment', 'assessment_id'), to('enrolment', 'enrolment_id')],
          unique: [{ columns: ['assessment_id', 'enrolment_id'], where: CURRENT }],
          indices: [['enrolment_id']],
          checks: { ck_result_score: '"score" >= 0' },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['result', 'assessment', 'attendance_mark']) await runner.dropTable(name);
  }
}
