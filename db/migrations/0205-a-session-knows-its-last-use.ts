import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session that is not used ends. Those from before count from when they began. */
export class ASessionKnowsItsLastUse1767225600205 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "web_session" ADD COLUMN "used_at" bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "web_session" DROP COLUMN "used_at"');
  }
}
