import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The sum of all bindings covers their tags, so that nobody can alter a tag unnoticed. The first start computes it. A
 * plain statement: on SQLite, TypeORM would recreate the table and lose its triggers.
 */
export class TheSumOfBindingsCoversTags1767225600214 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "register_state" ADD COLUMN "tags_summed_at" bigint');
  }

  /** An earlier version cannot check the state then: it signs nothing until bind-register has run. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "register_state" DROP COLUMN "tags_summed_at"');
  }
}
