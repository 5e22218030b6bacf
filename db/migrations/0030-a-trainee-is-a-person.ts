import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

/** Trainees, with or without an account. */
export class ATraineeIsAPerson1767225600030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'trainee',
        [
          column.id(),
          column.ref('account_id', { nullable: true }),
          column.text('name', 100),
          column.text('latin_name', 100, { nullable: true }),
          column.text('email', 254, { nullable: true }),
          column.text('phone', 40, { nullable: true }),
          column.text('workplace', 200, { nullable: true }),
          column.choice('education', { nullable: true }),
          column.day('born_on', { nullable: true }),
          column.instant('consent_at', { nullable: true }),
          column.instant('created_at'),
          column.instant('updated_at'),
          column.longText('note', { nullable: true }),
        ],
        {
          unique: [{ columns: ['account_id'] }],
          indices: [['name'], ['email']],
          foreignKeys: [{ columns: ['account_id'], to: 'account' }],
          oneOf: { education: ['secondary', 'college', 'bachelor', 'master', 'doctor'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('trainee');
  }
}
