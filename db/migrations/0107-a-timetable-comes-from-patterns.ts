import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

/** Stores the patterns by which a cohort's sessions were generated, so that they can be generated again. */
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
