import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

const ENDED = new TableIndex({ name: 'ix_certificate_ended', columnNames: ['id'], where: `"state" <> 'valid'` });

/** Stores status lists as signed; expired certificates are found without reading all. */
export class AStatusListIsSigned1767225600141 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'status_list',
        [
          column.whole('list'),
          column.whole('ended'),
          column.text('signed_by', 400),
          column.instant('signed_at'),
          column.longText('text'),
        ],
        { primary: ['list'] },
      ),
    );
    await runner.createIndex('certificate', ENDED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('certificate', ENDED);
    await runner.dropTable('status_list');
  }
}
