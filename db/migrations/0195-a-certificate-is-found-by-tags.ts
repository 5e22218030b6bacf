import type { MigrationInterface, QueryRunner } from 'typeorm';

const TAGS = ['number_tag', 'token_tag'];
const indexOf = (tag: string): string => `ix_certificate_binding_${tag}`;

/**
 * Derived from the number and the address with the master key: the next start fills them in. Plain statements: on
 * SQLite, TypeORM would recreate the table.
 */
export class ACertificateIsFoundByTags1767225600195 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const tag of TAGS) {
      await runner.query(`ALTER TABLE "certificate_binding" ADD COLUMN "${tag}" varchar(64)`);
      await runner.query(`CREATE INDEX "${indexOf(tag)}" ON "certificate_binding" ("${tag}")`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const tag of TAGS) {
      await runner.query(`DROP INDEX "${indexOf(tag)}"`);
      await runner.query(`ALTER TABLE "certificate_binding" DROP COLUMN "${tag}"`);
    }
  }
}
