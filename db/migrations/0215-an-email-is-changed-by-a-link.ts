import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

/**
 * What an account's new sign-in email waits for: a link that was mailed to it. Emails to the owner of an account, until
 * they are sent, follow its address.
 */
export class AnEmailIsChangedByALink1767225600215 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'email_change',
        [
          column.ref('account_id'),
          column.text('fingerprint', 64),
          column.text('new_email', 254),
          column.instant('expires_at'),
        ],
        {
          primary: ['account_id'],
          foreignKeys: [{ columns: ['account_id'], to: 'account' }],
          unique: [{ columns: ['fingerprint'] }],
        },
      ),
    );
    await runner.query('ALTER TABLE "outbox_message" ADD COLUMN "account_id" uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "outbox_message" DROP COLUMN "account_id"');
    await runner.dropTable('email_change');
  }
}
