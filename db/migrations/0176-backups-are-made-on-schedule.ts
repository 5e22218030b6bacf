import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

/** The outcome of each scheduled backup. */
export class BackupsAreMadeOnSchedule1767225600176 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'backup_run',
        [
          column.id(),
          column.choice('state'),
          column.instant('started_at'),
          column.instant('alive_at'),
          column.instant('ended_at', { nullable: true }),
          column.longText('file'),
          column.whole64('bytes', { nullable: true }),
          column.whole('removed', { nullable: true }),
          column.longText('fault', { nullable: true }),
        ],
        {
          oneOf: { state: ['running', 'done', 'failed'] },
          unique: [{ columns: ['state'], where: `"state" = 'running'` }],
          indices: [['started_at']],
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('backup_run');
  }
}
