import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

/** Every number that was ever drawn and what it was used for, so that there is no unexplained gap. */
export class ANumberIsAccountedFor1767225600144 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'drawn_number',
        [
          column.text('number_key', 40),
          column.text('number', 60),
          column.text('scope', 60),
          column.whole('sequence'),
          column.choice('state'),
          column.choice('reason', { nullable: true }),
          column.text('actor_name', 200),
          column.instant('drawn_at'),
          column.instant('settled_at', { nullable: true }),
        ],
        {
          primary: ['number_key'],
          unique: [{ columns: ['scope', 'sequence'] }],
          indices: [['state']],
          oneOf: { state: ['reserved', 'issued', 'void'] },
          checks: {
            ck_drawn_number_settled: `("state" = 'reserved') = ("settled_at" IS NULL) AND ("state" = 'void') = ("reason" IS NOT NULL)`,
          },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('drawn_number');
  }
}
