import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

const ACCOUNT = [{ columns: ['account_id'], to: 'account' }];

/** Authenticator apps with the codes that were used, recovery codes, and sign-ins that wait for one of them. */
export class ASignInHasASecondStep1767225600217 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'authenticator',
        [
          column.id(),
          column.ref('account_id'),
          column.bytes('secret'),
          column.instant('created_at'),
          column.instant('confirmed_at', { nullable: true }),
        ],
        { foreignKeys: ACCOUNT, unique: [{ columns: ['account_id'], where: '"confirmed_at" IS NULL' }] },
      ),
    );
    await runner.query(
      'CREATE UNIQUE INDEX "ux_authenticator_confirmed" ON "authenticator" ("account_id") WHERE "confirmed_at" IS NOT NULL',
    );
    await runner.createTable(
      table('used_code', [column.ref('authenticator_id'), column.whole('step')], {
        primary: ['authenticator_id', 'step'],
        foreignKeys: [{ columns: ['authenticator_id'], to: 'authenticator' }],
      }),
    );
    await runner.createTable(
      table(
        'recovery_code',
        [column.ref('account_id'), column.text('mac', 64), column.instant('used_at', { nullable: true })],
        { primary: ['account_id', 'mac'], foreignKeys: ACCOUNT },
      ),
    );
    await runner.createTable(
      table(
        'pending_sign_in',
        [column.text('fingerprint', 64), column.ref('account_id'), column.instant('expires_at')],
        { primary: ['fingerprint'], foreignKeys: ACCOUNT, indices: [['account_id']] },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['pending_sign_in', 'recovery_code', 'used_code', 'authenticator']) await runner.dropTable(name);
  }
}
