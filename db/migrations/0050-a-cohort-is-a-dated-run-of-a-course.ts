import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

const to = (name: string, own: string) => ({ columns: [own], to: name });

/** Cohorts: dated runs of a course, with their capacity and enrolment window. */
export class ACohortIsADatedRunOfACourse1767225600050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'cohort',
        [
          column.id(),
          column.text('code', 40),
          column.ref('course_id'),
          column.ref('course_version_id'),
          column.choice('state'),
          column.choice('delivery'),
          column.day('starts_on'),
          column.day('ends_on'),
          column.whole('capacity'),
          column.whole('least_enrolment'),
          column.instant('window_opens_at'),
          column.instant('window_closes_at'),
          column.text('fee_text_zh', 200, { nullable: true }),
          column.text('fee_text_en', 200, { nullable: true }),
          column.ref('sponsor_employer_id', { nullable: true }),
          column.ref('coordinator_account_id', { nullable: true }),
          column.instant('published_at', { nullable: true }),
          column.instant('confirmed_at', { nullable: true }),
          column.instant('completed_at', { nullable: true }),
          column.instant('cancelled_at', { nullable: true }),
          column.longText('cancel_reason', { nullable: true }),
          column.instant('created_at'),
        ],
        {
          foreignKeys: [
            to('course', 'course_id'),
            to('course_version', 'course_version_id'),
            to('employer', 'sponsor_employer_id'),
            to('account', 'coordinator_account_id'),
          ],
          unique: [{ columns: ['code'] }],
          indices: [['course_id'], ['state', 'starts_on'], ['starts_on']],
          oneOf: {
            state: ['draft', 'tentative', 'confirmed', 'completed', 'cancelled'],
            delivery: ['onsite', 'online', 'hybrid'],
          },
          checks: {
            ck_cohort_dates: '"ends_on" >= "starts_on"',
            ck_cohort_seats:
              '"capacity" >= 1 AND "capacity" <= 1000 AND "least_enrolment" >= 0 AND "least_enrolment" <= "capacity"',
            ck_cohort_window: '"window_closes_at" > "window_opens_at"',
          },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('cohort');
  }
}
