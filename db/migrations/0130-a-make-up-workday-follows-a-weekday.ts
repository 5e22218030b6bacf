import { type MigrationInterface, type QueryRunner, TableCheck, TableColumn, TableForeignKey } from 'typeorm';
import { column } from '../../src/platform/database/schema.js';

const DAYS_OF_A_NOTICE = {
  name: 'fk_calendar_day_notice_year',
  columnNames: ['notice_year'],
  referencedTableName: 'holiday_notice',
  referencedColumnNames: ['year'],
};
const NOTICE_COLUMNS = ['source', 'publication', 'loaded_by', 'corrected_at', 'corrected_by'];
const NOTICE_CHECKS = {
  ck_holiday_notice_source: `"source" IN ('file', 'hand')`,
  ck_holiday_notice_publication: `"publication" IN ('published', 'notYetPublished')`,
};

/**
 * Make-up workdays name the weekday that they follow; notices have their source, and whether their year is complete.
 */
export class AMakeUpWorkdayFollowsAWeekday1767225600130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await withoutTheDays(runner, async () => {
      await runner.addColumns(
        'holiday_notice',
        [
          column.choice('source', { default: 'file' }),
          column.choice('publication', { default: 'published' }),
          column.text('loaded_by', 200, { nullable: true }),
          column.instant('corrected_at', { nullable: true }),
          column.text('corrected_by', 200, { nullable: true }),
        ].map((one) => new TableColumn(one)),
      );
      await runner.createCheckConstraints(
        'holiday_notice',
        Object.entries(NOTICE_CHECKS).map(([name, expression]) => new TableCheck({ name, expression })),
      );
    });
    await runner.addColumn('calendar_day', new TableColumn(column.whole('follows', { nullable: true })));
    await runner.createCheckConstraint(
      'calendar_day',
      new TableCheck({
        name: 'ck_calendar_day_follows',
        expression: `"follows" IS NULL OR ("kind" = 'makeUpWorkday' AND "follows" >= 1 AND "follows" <= 7)`,
      }),
    );
    await runner.query(
      `UPDATE holiday_notice SET publication = 'notYetPublished' WHERE NOT EXISTS (SELECT 1 FROM calendar_day WHERE notice_year = year)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropCheckConstraint('calendar_day', 'ck_calendar_day_follows');
    await runner.dropColumn('calendar_day', 'follows');
    await withoutTheDays(runner, async () => {
      for (const name of Object.keys(NOTICE_CHECKS)) await runner.dropCheckConstraint('holiday_notice', name);
      await runner.dropColumns('holiday_notice', NOTICE_COLUMNS);
    });
  }
}

/** SQLite recreates a changed table, which it refuses while rows of another table refer to it. */
async function withoutTheDays(runner: QueryRunner, change: () => Promise<void>): Promise<void> {
  await runner.dropForeignKey('calendar_day', DAYS_OF_A_NOTICE.name);
  await change();
  await runner.createForeignKey('calendar_day', new TableForeignKey(DAYS_OF_A_NOTICE));
}
