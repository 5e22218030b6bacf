import { type MigrationInterface, type QueryRunner, TableCheck, TableColumn } from 'typeorm';
import { daysAfter } from '../../src/platform/clock.js';
import { oneOfExpression, oneOfName } from '../../src/platform/columns/columns.js';
import { column } from '../../src/platform/database/schema.js';

const DAYS_BEFORE_START = 7;
const COLUMNS = [column.day('decision_on', { nullable: true }), column.choice('cancelled_from', { nullable: true })];
const CHECKS = [
  { name: 'ck_cohort_decision', expression: '"decision_on" <= "starts_on"' },
  {
    name: oneOfName('cohort', 'cancelled_from'),
    expression: oneOfExpression('cancelled_from', ['draft', 'tentative', 'confirmed']),
  },
];

/** A cohort has a decision date, and a cancelled one keeps its earlier state. */
export class ACohortIsDecidedOnADay1767225600120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns(
      'cohort',
      COLUMNS.map((one) => new TableColumn(one)),
    );
    await runner.createCheckConstraints(
      'cohort',
      CHECKS.map((one) => new TableCheck(one)),
    );
    const starts = (await runner.query('SELECT DISTINCT "starts_on" FROM "cohort"')) as unknown as {
      starts_on: string;
    }[];
    for (const { starts_on: startsOn } of starts) {
      await runner.query(
        `UPDATE "cohort" SET "decision_on" = '${daysAfter(startsOn, -DAYS_BEFORE_START)}' WHERE "starts_on" = '${startsOn}'`,
      );
    }
    await runner.query(`
      UPDATE "cohort" SET "cancelled_from" = CASE WHEN "confirmed_at" IS NOT NULL THEN 'confirmed' WHEN "published_at" IS NOT NULL THEN 'tentative' ELSE 'draft' END
      WHERE "state" = 'cancelled'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of CHECKS) await runner.dropCheckConstraint('cohort', name);
    await runner.dropColumns(
      'cohort',
      COLUMNS.map(({ name }) => name),
    );
  }
}
