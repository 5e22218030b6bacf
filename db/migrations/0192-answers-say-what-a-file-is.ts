import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { column } from '../../src/platform/database/schema.js';

/** If nothing in a file could be checked, the employer's history gives the reason, as the page did. */
export class AnswersSayWhatAFileIs1767225600192 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('verification_record', new TableColumn(column.choice('reason', { nullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('verification_record', 'reason');
  }
}
