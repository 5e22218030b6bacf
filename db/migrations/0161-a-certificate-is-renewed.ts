import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

/** How an achievement's certificates are renewed, who requested it, and which reminders were sent. */
export class ACertificateIsRenewed1767225600161 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const certificate = { columns: ['certificate_id'], to: 'certificate' };
    await runner.createIndex(
      'certificate',
      new TableIndex({ name: 'ix_certificate_expires_on', columnNames: ['expires_on'] }),
    );
    await runner.createTable(
      table(
        'renewal_rule',
        [
          column.ref('achievement_id'),
          column.choice('offered'),
          column.choice('counted_from'),
          column.whole('months'),
          column.whole('opens_days'),
          column.whole('grace_days'),
        ],
        {
          primary: ['achievement_id'],
          foreignKeys: [{ columns: ['achievement_id'], to: 'achievement' }],
          oneOf: { offered: ['no', 'byOffice', 'onRequest'], counted_from: ['approval', 'expiry'] },
          checks: {
            ck_renewal_rule_spans:
              '"months" BETWEEN 1 AND 600 AND "opens_days" BETWEEN 1 AND 3650 AND "grace_days" BETWEEN 0 AND 3650',
          },
        },
      ),
    );
    await runner.createTable(
      table(
        'renewal_request',
        [
          column.id(),
          column.ref('certificate_id'),
          column.instant('asked_at'),
          column.longText('note', { nullable: true }),
          column.choice('state'),
          column.instant('decided_at', { nullable: true }),
          column.text('decided_by_name', 200, { nullable: true }),
          column.longText('answer', { nullable: true }),
        ],
        {
          foreignKeys: [certificate],
          unique: [{ columns: ['certificate_id'], where: `"state" = 'waiting'` }],
          indices: [['certificate_id', 'asked_at']],
          oneOf: { state: ['waiting', 'approved', 'declined'] },
        },
      ),
    );
    await runner.createTable(
      table('expiry_reminder', [column.ref('certificate_id'), column.whole('days_before'), column.instant('sent_at')], {
        primary: ['certificate_id', 'days_before'],
        foreignKeys: [certificate],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['expiry_reminder', 'renewal_request', 'renewal_rule']) await runner.dropTable(name);
    await runner.dropIndex('certificate', 'ix_certificate_expires_on');
  }
}
