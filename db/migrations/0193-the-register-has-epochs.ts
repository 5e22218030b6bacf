import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plain statements: on SQLite, TypeORM would make the table anew and lose the triggers that guard it. */
export class TheRegisterHasEpochs1767225600193 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of ['plans', 'epochs'])
      await runner.query(`ALTER TABLE "register_state" ADD COLUMN "${name}" text`);
    await runner.query('ALTER TABLE "verification_batch" ADD COLUMN "answer_mac" varchar(64)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "verification_batch" DROP COLUMN "answer_mac"');
    for (const name of ['plans', 'epochs']) await runner.query(`ALTER TABLE "register_state" DROP COLUMN "${name}"`);
  }
}
