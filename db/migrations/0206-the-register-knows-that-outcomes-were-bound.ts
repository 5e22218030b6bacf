import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The bound state of the register tells when outcomes from before they were bound have been bound, so that nobody can
 * have it done again. A plain statement: on SQLite, TypeORM would recreate the table and lose its triggers.
 */
export class TheRegisterKnowsThatOutcomesWereBound1767225600206 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "register_state" ADD COLUMN "outcomes_bound_at" bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "register_state" DROP COLUMN "outcomes_bound_at"');
  }
}
