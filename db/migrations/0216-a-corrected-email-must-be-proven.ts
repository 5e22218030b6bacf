import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An account knows that its email was corrected and not proven since: the correction may be mistyped, so the new
 * mailbox gets no link that replaces the password. A plain statement: on SQLite, TypeORM would recreate the table.
 */
export class ACorrectedEmailMustBeProven1767225600216 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "account" ADD COLUMN "email_corrected_at" bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "account" DROP COLUMN "email_corrected_at"');
  }
}
