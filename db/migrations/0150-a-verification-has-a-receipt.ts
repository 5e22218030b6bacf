import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

/** The receipt of a verification proves when it was made and what the verdict was. */
export class AVerificationHasAReceipt1767225600150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'verification_receipt',
        [
          column.text('reference', 24),
          column.instant('at'),
          column.choice('means'),
          column.choice('verdict'),
          column.json('checks'),
          column.ref('certificate_id', { nullable: true }),
          column.text('fingerprint', 64, { nullable: true }),
          column.longText('checkpoint', { nullable: true }),
        ],
        {
          oneOf: {
            verdict: ['valid', 'expired', 'revoked', 'superseded', 'notFound', 'couldNotCheck', 'invalid'],
            means: ['page', 'file'],
          },
          primary: ['reference'],
          foreignKeys: [{ columns: ['certificate_id'], to: 'certificate' }],
          indices: [['certificate_id'], ['at']],
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('verification_receipt');
  }
}
