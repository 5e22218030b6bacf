import { type MigrationInterface, type QueryRunner, TableForeignKey } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

const to = (name: string, own: string) => ({ columns: [own], to: name });

/** Tracks, courses with their frozen versions, and the achievements that they require and lead to. */
export class ACourseHasVersions1767225600020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'track',
        [
          column.id(),
          column.text('code', 40),
          column.text('name_zh', 100),
          column.text('name_en', 100),
          column.text('summary_zh', 500),
          column.text('summary_en', 500),
          column.whole('position'),
          column.instant('retired_at', { nullable: true }),
        ],
        { unique: [{ columns: ['code'] }] },
      ),
    );
    await runner.createTable(
      table(
        'achievement',
        [
          column.id(),
          column.text('code', 40),
          column.text('name_zh', 200),
          column.text('name_en', 200),
          column.longText('criteria_zh'),
          column.longText('criteria_en'),
          column.whole('valid_months', { nullable: true }),
        ],
        {
          unique: [{ columns: ['code'] }],
          checks: {
            ck_achievement_valid_months: '"valid_months" IS NULL OR ("valid_months" >= 1 AND "valid_months" <= 600)',
          },
        },
      ),
    );
    await runner.createTable(
      table(
        'course',
        [
          column.id(),
          column.text('code', 40),
          column.ref('track_id'),
          column.text('title_zh', 200),
          column.text('title_en', 200),
          column.text('summary_zh', 500),
          column.text('summary_en', 500),
          column.choice('level'),
          column.whole('hours'),
          column.whole('days'),
          column.ref('current_version_id', { nullable: true }),
          column.ref('achievement_id', { nullable: true }),
          column.instant('retired_at', { nullable: true }),
          column.instant('created_at'),
        ],
        {
          unique: [{ columns: ['code'] }],
          indices: [['track_id'], ['achievement_id']],
          foreignKeys: [to('track', 'track_id'), to('achievement', 'achievement_id')],
          oneOf: { level: ['beginner', 'intermediate', 'advanced'] },
          checks: {
            ck_course_hours: '"hours" >= 1 AND "hours" <= 2000',
            ck_course_days: '"days" >= 1 AND "days" <= 400',
          },
        },
      ),
    );
    await runner.createTable(
      table(
        'course_version',
        [
          column.id(),
          column.ref('course_id'),
          column.whole('number'),
          column.text('title_zh', 200),
          column.text('title_en', 200),
          column.whole('hours'),
          column.longText('outcomes_zh'),
          column.longText('outcomes_en'),
          column.longText('syllabus_zh'),
          column.longText('syllabus_en'),
          column.instant('frozen_at', { nullable: true }),
          column.instant('created_at'),
        ],
        { unique: [{ columns: ['course_id', 'number'] }], foreignKeys: [to('course', 'course_id')] },
      ),
    );
    await runner.createForeignKey(
      'course',
      new TableForeignKey({
        name: 'fk_course_current_version_id',
        columnNames: ['current_version_id'],
        referencedTableName: 'course_version',
        referencedColumnNames: ['id'],
      }),
    );
    await runner.createTable(
      table('prerequisite', [column.ref('course_id'), column.ref('requires_achievement_id')], {
        primary: ['course_id', 'requires_achievement_id'],
        indices: [['requires_achievement_id']],
        foreignKeys: [to('course', 'course_id'), to('achievement', 'requires_achievement_id')],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('prerequisite');
    await runner.dropForeignKey('course', 'fk_course_current_version_id');
    for (const name of ['course_version', 'course', 'achievement', 'track']) await runner.dropTable(name);
  }
}
