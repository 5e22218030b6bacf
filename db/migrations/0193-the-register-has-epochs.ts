import type { MigrationInterface, QueryRunner } from 'typeorm';

const MACS = ['questions_mac', 'answer_mac'];

/** Plain statements: on SQLite, TypeORM would recreate the table and lose the triggers that guard it. */
export class TheRegisterHasEpochs1767225600193 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of ['plans', 'epochs'])
      await runner.query(`ALTER TABLE "register_state" ADD COLUMN "${name}" text`);
    for (const name of MACS) await runner.query(`ALTER TABLE "verification_batch" ADD COLUMN "${name}" varchar(64)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of MACS) await runner.query(`ALTER TABLE "verification_batch" DROP COLUMN "${name}"`);
    for (const name of ['plans', 'epochs']) await runner.query(`ALTER TABLE "register_state" DROP COLUMN "${name}"`);
  }
}
