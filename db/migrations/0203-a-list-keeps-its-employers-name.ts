import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A verification list keeps the name that its employer had when it was submitted: the signed answer carries this name.
 * Lists from before have none.
 */
export class AListKeepsItsEmployersName1767225600203 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "verification_batch" ADD COLUMN "employer_name" varchar(200)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "verification_batch" DROP COLUMN "employer_name"');
  }
}
