import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

/** What each person achieved is fixed when an issue of certificates begins, like everything else on them. */
export class AnIssueKnowsWhatEachReached1767225600158 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table('issuance_result', [column.ref('item_id'), column.json('results')], {
        primary: ['item_id'],
        foreignKeys: [{ columns: ['item_id'], to: 'issuance_item' }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('issuance_result');
  }
}
