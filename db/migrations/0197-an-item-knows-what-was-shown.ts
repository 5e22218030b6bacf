import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['certificate_batch_item', 'issuance_item'];

/**
 * An item of an issue or a batch keeps the fingerprint of what was shown of it: its step does nothing else. Items that
 * wait at the upgrade have none. A plain statement: on SQLite, TypeORM would make a table anew that others refer to.
 */
export class AnItemKnowsWhatWasShown1767225600197 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`ALTER TABLE "${table}" ADD COLUMN "seen" varchar(64)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`ALTER TABLE "${table}" DROP COLUMN "seen"`);
  }
}
