import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Nothing of a verification list is answered before its employer has started it, so its start is bound. Lists that are
 * being answered are stopped: they wait to be started again.
 */
export class TheStartOfAListIsBound1767225600212 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "verification_batch" ADD COLUMN "started_at" bigint');
    await runner.query('ALTER TABLE "verification_batch" ADD COLUMN "start_mac" varchar(64)');
    await runner.query(
      `UPDATE "job" SET "state" = 'stopped' WHERE "kind" = 'verification list' AND "state" = 'running'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "verification_batch" DROP COLUMN "start_mac"');
    await runner.query('ALTER TABLE "verification_batch" DROP COLUMN "started_at"');
  }
}
