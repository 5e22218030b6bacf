import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

/** A holder hides or shows a certificate, gives share links to it, and reads who viewed it. */
export class AHolderDecidesWhoLooks1767225600159 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const certificate = { columns: ['certificate_id'], to: 'certificate' };
    await runner.createTable(
      table(
        'certificate_hiding',
        [
          column.id(),
          column.ref('certificate_id'),
          column.instant('hidden_at'),
          column.instant('shown_at', { nullable: true }),
        ],
        { foreignKeys: [certificate], unique: [{ columns: ['certificate_id'], where: '"shown_at" IS NULL' }] },
      ),
    );
    await runner.createTable(
      table(
        'share_link',
        [
          column.id(),
          column.ref('certificate_id'),
          column.text('secret_hash', 64),
          column.text('label', 100),
          column.choice('scope'),
          column.instant('created_at'),
          column.instant('expires_at'),
          column.instant('revoked_at', { nullable: true }),
        ],
        {
          foreignKeys: [certificate],
          unique: [{ columns: ['secret_hash'] }],
          indices: [['certificate_id']],
          oneOf: { scope: ['verdict', 'facts', 'everything'] },
        },
      ),
    );
    await runner.createTable(
      table(
        'certificate_view',
        [
          column.id(),
          column.ref('certificate_id'),
          column.instant('at'),
          column.choice('way'),
          column.ref('share_link_id', { nullable: true }),
          column.text('client', 60),
        ],
        {
          foreignKeys: [certificate, { columns: ['share_link_id'], to: 'share_link' }],
          indices: [['certificate_id', 'at'], ['share_link_id']],
          oneOf: { way: ['link', 'numberAndName'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['certificate_view', 'share_link', 'certificate_hiding']) await runner.dropTable(name);
  }
}
