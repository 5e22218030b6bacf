import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

/** The programme's targets by year, track and outcome. */
export class TargetsOfTheProgramme1767225600100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'target',
        [column.id(), column.whole('year'), column.ref('track_id'), column.choice('kind'), column.whole('amount')],
        {
          foreignKeys: [{ columns: ['track_id'], to: 'track' }],
          unique: [{ columns: ['year', 'track_id', 'kind'] }],
          oneOf: { kind: ['trained', 'certified', 'placed'] },
          checks: {
            ck_target_amount: '"amount" >= 0 AND "amount" <= 1000000',
            ck_target_year: '"year" >= 2000 AND "year" <= 2100',
          },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('target');
  }
}
