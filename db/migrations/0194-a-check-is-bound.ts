import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plain statements: on SQLite, TypeORM would recreate the table. */
export class ACheckIsBound1767225600194 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "verification_record" ADD COLUMN "mac" varchar(64)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "verification_record" DROP COLUMN "mac"`);
  }
}
