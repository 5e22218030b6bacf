import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { column } from '../../src/platform/database/schema.js';

/** The office sees whether an instructor declared an absence, or somebody did it for them. */
export class AnAbsenceSaysWhoDeclaredIt1767225600114 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('unavailability', new TableColumn(column.text('declared_by', 100, { nullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('unavailability', 'declared_by');
  }
}
