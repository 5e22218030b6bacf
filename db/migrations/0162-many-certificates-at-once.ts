import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

/** Bulk revocation or renewal as one job: what to do, and the outcome of each certificate. */
export class ManyCertificatesAtOnce1767225600162 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'certificate_batch',
        [
          column.id(),
          column.choice('kind'),
          column.choice('reason_class', { nullable: true }),
          column.longText('reason', { nullable: true }),
          column.instant('created_at'),
          column.text('created_by_name', 200),
        ],
        { oneOf: { kind: ['revocation', 'renewal'] }, indices: [['created_at']] },
      ),
    );
    await runner.createTable(
      table(
        'certificate_batch_item',
        [
          column.id(),
          column.ref('batch_id'),
          column.whole('place'),
          column.ref('certificate_id'),
          column.choice('state'),
          column.json('refusals', { nullable: true }),
          column.ref('result_id', { nullable: true }),
        ],
        {
          foreignKeys: [
            { columns: ['batch_id'], to: 'certificate_batch' },
            { columns: ['certificate_id'], to: 'certificate' },
            { columns: ['result_id'], to: 'certificate' },
          ],
          unique: [{ columns: ['batch_id', 'certificate_id'] }],
          indices: [['batch_id', 'state', 'place']],
          oneOf: { state: ['waiting', 'done', 'refused'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['certificate_batch_item', 'certificate_batch']) await runner.dropTable(name);
  }
}
