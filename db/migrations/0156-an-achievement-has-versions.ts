import { randomUUID } from 'node:crypto';
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

const COLUMNS = [column.whole('version', { default: 1 }), column.instant('retired_at', { nullable: true })];
const VALIDITY = `("valid_months" IS NULL OR "valid_until" IS NULL) AND ("valid_months" IS NULL OR ("valid_months" >= 1 AND "valid_months" <= 600))`;

/**
 * The criteria and level of an achievement change over the years; certificates record the version by which they were
 * earned.
 */
export class AnAchievementHasVersions1767225600156 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns(
      'achievement',
      COLUMNS.map((one) => new TableColumn(one)),
    );
    await runner.createTable(
      table(
        'achievement_version',
        [
          column.id(),
          column.ref('achievement_id'),
          column.whole('number'),
          column.text('name_zh', 200),
          column.text('name_en', 200),
          column.longText('criteria_zh'),
          column.longText('criteria_en'),
          column.json('skills'),
          column.choice('level', { nullable: true }),
          column.text('picture_sha256', 64, { nullable: true }),
          column.whole('valid_months', { nullable: true }),
          column.day('valid_until', { nullable: true }),
          column.instant('created_at'),
          column.text('created_by_name', 200),
        ],
        {
          unique: [{ columns: ['achievement_id', 'number'] }],
          oneOf: { level: ['foundation', 'associate', 'professional', 'expert'] },
          checks: { ck_achievement_version_validity: VALIDITY },
          foreignKeys: [
            { columns: ['achievement_id'], to: 'achievement' },
            { columns: ['picture_sha256'], to: 'picture', toColumns: ['sha256'] },
          ],
        },
      ),
    );
    await this.firstVersions(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('achievement_version');
    await runner.dropColumns(
      'achievement',
      COLUMNS.map(({ name }) => name),
    );
  }

  private async firstVersions(runner: QueryRunner): Promise<void> {
    const known = (await runner.query('SELECT "id" FROM "achievement"')) as unknown as { id: string }[];
    for (const { id } of known) {
      await runner.query(`
        INSERT INTO "achievement_version" ("id", "achievement_id", "number", "name_zh", "name_en", "criteria_zh", "criteria_en", "skills", "valid_months", "created_at", "created_by_name")
        SELECT '${randomUUID()}', "id", 1, "name_zh", "name_en", "criteria_zh", "criteria_en", '[]', "valid_months", 0, '' FROM "achievement" WHERE "id" = '${id}'`);
    }
  }
}
