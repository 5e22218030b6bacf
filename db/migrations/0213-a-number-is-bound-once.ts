import type { MigrationInterface, QueryRunner } from 'typeorm';

const TAG = 'ON "certificate_binding" ("number_tag")';

/**
 * No two certificates are bound with the same number. A database in which two are keeps the index that it has, and its
 * academy starts: the product itself shows neither of them and draws no such number, and `verify-log` names them.
 */
export class ANumberIsBoundOnce1767225600213 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Not through the index, which somebody may have altered.
    const twice = (await runner.query(
      `SELECT MIN("mac") AS "mac" FROM "certificate_binding" WHERE "number_tag" IS NOT NULL
       GROUP BY "number_tag" || '' HAVING COUNT(*) > 1 LIMIT 1`,
    )) as unknown[];
    if (twice.length > 0) return;
    await runner.query(`CREATE UNIQUE INDEX "ux_certificate_binding_number_tag" ${TAG}`);
    await runner.query('DROP INDEX "ix_certificate_binding_number_tag"');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX IF EXISTS "ux_certificate_binding_number_tag"');
    await runner.query(`CREATE INDEX IF NOT EXISTS "ix_certificate_binding_number_tag" ${TAG}`);
  }
}
