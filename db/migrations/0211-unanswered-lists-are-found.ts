import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists without an answer are looked for each minute. The rows of lists are large, so that an index must find them. */
export class UnansweredListsAreFound1767225600211 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX "ix_verification_batch_unanswered" ON "verification_batch" ("employer_id") WHERE "answer" IS NULL OR "answered_at" IS NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_verification_batch_unanswered"');
  }
}
