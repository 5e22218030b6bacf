import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { column } from '../../src/platform/database/schema.js';

/**
 * An email that was rewritten or dropped keeps the schedule change it was about, so that it never hides a later change.
 */
export class ARewrittenLetterKnowsWhatItTold1767225600128 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('bulletin_letter', new TableColumn(column.text('composed', 64, { nullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('bulletin_letter', 'composed');
  }
}
