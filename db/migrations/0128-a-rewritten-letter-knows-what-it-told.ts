import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { column } from '../../src/platform/database/schema.js';

/** A letter that somebody rewrote or dropped remembers what it told, so that a later change is never hidden by it. */
export class ARewrittenLetterKnowsWhatItTold1767225600128 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('bulletin_letter', new TableColumn(column.text('composed', 64, { nullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('bulletin_letter', 'composed');
  }
}
