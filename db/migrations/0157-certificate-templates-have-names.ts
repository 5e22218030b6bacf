import { randomUUID } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

const FIRST = { name: '结业证书', layout: '{"paper":"landscape","border":"guilloche","languages":"both"}' };

/** An academy has several templates, each with versions; an achievement chooses one, or uses the default. */
export class CertificateTemplatesHaveNames1767225600157 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'named_template',
        [
          column.id(),
          column.text('name', 60),
          column.choice('is_usual'),
          column.instant('created_at'),
          column.instant('retired_at', { nullable: true }),
        ],
        {
          unique: [{ columns: ['name'] }, { columns: ['is_usual'], where: `"is_usual" = 'yes'` }],
          oneOf: { is_usual: ['yes', 'no'] },
          checks: { ck_named_template_usual: `"is_usual" = 'no' OR "retired_at" IS NULL` },
        },
      ),
    );
    await runner.createTable(
      table(
        'named_template_version',
        [
          column.whole('template_version'),
          column.ref('named_template_id'),
          column.whole('number'),
          column.json('layout'),
          column.choice('prints_results'),
        ],
        {
          primary: ['template_version'],
          unique: [{ columns: ['named_template_id', 'number'] }],
          oneOf: { prints_results: ['yes', 'no'] },
          foreignKeys: [
            { columns: ['template_version'], to: 'certificate_template', toColumns: ['version'] },
            { columns: ['named_template_id'], to: 'named_template' },
          ],
        },
      ),
    );
    await runner.createTable(
      table('achievement_template', [column.ref('achievement_id'), column.ref('named_template_id')], {
        primary: ['achievement_id'],
        indices: [['named_template_id']],
        foreignKeys: [
          { columns: ['achievement_id'], to: 'achievement' },
          { columns: ['named_template_id'], to: 'named_template' },
        ],
      }),
    );
    await this.nameTheFirst(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['achievement_template', 'named_template_version', 'named_template'])
      await runner.dropTable(name);
  }

  /** The existing versions become the default template's. */
  private async nameTheFirst(runner: QueryRunner): Promise<void> {
    const [oldest] = (await runner.query(
      'SELECT MIN("created_at") AS "at" FROM "certificate_template"',
    )) as unknown as { at: string | number | null }[];
    if (oldest?.at === null || oldest?.at === undefined) return;
    const id = randomUUID();
    await runner.query(
      `INSERT INTO "named_template" ("id", "name", "is_usual", "created_at") VALUES ('${id}', '${FIRST.name}', 'yes', ${Number(oldest.at)})`,
    );
    await runner.query(`
      INSERT INTO "named_template_version" ("template_version", "named_template_id", "number", "layout", "prints_results")
      SELECT "version", '${id}', "version", '${FIRST.layout}', 'no' FROM "certificate_template"`);
  }
}
