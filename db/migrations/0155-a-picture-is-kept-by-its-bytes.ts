import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

/**
 * Pictures of achievements, seals and signatures are stored by content, so that frozen certificates can refer to them
 * permanently.
 */
export class APictureIsKeptByItsBytes1767225600155 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'picture',
        [
          column.text('sha256', 64),
          column.text('type', 20),
          column.bytes('bytes'),
          column.whole('width'),
          column.whole('height'),
          column.instant('created_at'),
        ],
        { primary: ['sha256'] },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('picture');
  }
}
