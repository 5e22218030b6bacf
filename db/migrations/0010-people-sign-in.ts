import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

const ofAccount = { columns: ['account_id'], to: 'account' };

/** Accounts, their roles, web sessions and emailed links; and the academy's own row. */
export class PeopleSignIn1767225600010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'account',
        [
          column.id(),
          column.text('email', 254),
          column.text('name', 100),
          column.text('password_hash', 200, { nullable: true }),
          column.choice('language'),
          column.instant('email_verified_at', { nullable: true }),
          column.instant('disabled_at', { nullable: true }),
          column.instant('created_at'),
        ],
        { unique: [{ columns: ['email'] }], checks: { ck_account_email_lower: '"email" = lower("email")' } },
      ),
    );
    await runner.createTable(
      table('role_grant', [column.ref('account_id'), column.choice('role')], {
        primary: ['account_id', 'role'],
        foreignKeys: [ofAccount],
        indices: [['role']],
        oneOf: { role: ['administrator', 'coordinator', 'instructor', 'trainee', 'employer'] },
      }),
    );
    await runner.createTable(
      table(
        'web_session',
        [
          column.text('fingerprint', 64),
          column.ref('account_id'),
          column.instant('created_at'),
          column.instant('expires_at'),
          column.text('browser', 200),
        ],
        { primary: ['fingerprint'], foreignKeys: [ofAccount], indices: [['account_id'], ['expires_at']] },
      ),
    );
    await runner.createTable(
      table(
        'account_token',
        [
          column.text('fingerprint', 64),
          column.ref('account_id'),
          column.choice('purpose'),
          column.instant('expires_at'),
          column.instant('used_at', { nullable: true }),
        ],
        {
          primary: ['fingerprint'],
          foreignKeys: [ofAccount],
          indices: [['account_id']],
          oneOf: { purpose: ['emailVerification', 'passwordReset', 'invitation'] },
        },
      ),
    );
    await runner.createTable(
      table(
        'academy',
        [
          column.whole('id'),
          column.text('name_zh', 100),
          column.text('name_en', 100),
          column.text('place_zh', 200),
          column.text('place_en', 200),
          column.text('contact_email', 254, { nullable: true }),
          column.text('contact_phone', 40, { nullable: true }),
          column.longText('logo', { nullable: true }),
          column.text('logo_type', 20, { nullable: true }),
          column.instant('created_at'),
        ],
        { primary: ['id'], checks: { ck_academy_single: '"id" = 1' } },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['academy', 'account_token', 'web_session', 'role_grant', 'account'])
      await runner.dropTable(name);
  }
}
