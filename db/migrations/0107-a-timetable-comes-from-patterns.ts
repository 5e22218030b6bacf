import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

/** What a cohort's sessions were laid out by is kept, so that it can be laid out again. */
export class ATimetableComesFromPatterns1767225600107 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'timetable_pattern',
        [
          column.id(),
          column.ref('cohort_id'),
          column.json('definition'),
          column.instant('created_at'),
          column.instant('applied_at'),
        ],
        { foreignKeys: [{ columns: ['cohort_id'], to: 'cohort' }], indices: [['cohort_id']] },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('timetable_pattern');
  }
}
