import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { column } from '../../src/platform/database/schema.js';

/** Whether an instructor declared an absence, or the office did. */
export class AnAbsenceSaysWhoDeclaredIt1767225600114 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('unavailability', new TableColumn(column.text('declared_by', 100, { nullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('unavailability', 'declared_by');
  }
}
