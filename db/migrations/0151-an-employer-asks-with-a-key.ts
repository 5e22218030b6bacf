import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

const to = (name: string, own: string) => ({ columns: [own], to: name });

/** Contacts of employers, and the API keys of their programs. */
export class AnEmployerAsksWithAKey1767225600151 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table('employer_contact', [column.ref('account_id'), column.ref('employer_id'), column.instant('since')], {
        primary: ['account_id'],
        foreignKeys: [to('account', 'account_id'), to('employer', 'employer_id')],
        indices: [['employer_id']],
      }),
    );
    await runner.createTable(
      table(
        'employer_key',
        [
          column.id(),
          column.ref('employer_id'),
          column.text('name', 100),
          column.text('start', 20),
          column.text('fingerprint', 64),
          column.json('scopes'),
          column.instant('created_at'),
          column.text('created_by_name', 200),
          column.instant('last_used_at', { nullable: true }),
          column.instant('revoked_at', { nullable: true }),
          column.text('revoked_by_name', 200, { nullable: true }),
        ],
        {
          foreignKeys: [to('employer', 'employer_id')],
          unique: [{ columns: ['fingerprint'] }],
          indices: [['employer_id']],
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['employer_key', 'employer_contact']) await runner.dropTable(name);
  }
}
