import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { column } from '../../src/platform/database/schema.js';

/** A session that was scheduled on a holiday or closure on purpose records the day for which that was confirmed. */
export class ASessionMeansItsDay1767225600163 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('session', new TableColumn(column.day('meant_day', { nullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('session', 'meant_day');
  }
}
