import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

/** Long work has progress, and can be stopped and resumed. */
export class LongWorkIsAJob1767225600138 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'job',
        [
          column.id(),
          column.text('kind', 60),
          column.text('subject_id', 60),
          column.choice('state'),
          column.whole('done'),
          column.whole('total'),
          column.json('actor'),
          column.instant('created_at'),
          column.instant('ended_at', { nullable: true }),
          column.longText('fault', { nullable: true }),
        ],
        { oneOf: { state: ['running', 'stopped', 'done', 'failed'] }, indices: [['state'], ['kind', 'subject_id']] },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('job');
  }
}
