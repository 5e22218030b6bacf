import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

const to = (name: string, own: string) => ({ columns: [own], to: name });

/**
 * The certificates that employers verified, row by row, with the stated purpose: shown to the employer and to holders.
 */
export class WhoCheckedACertificateIsKept1767225600152 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'verification_batch',
        [
          column.id(),
          column.ref('employer_id'),
          column.text('filename', 200),
          column.text('sha256', 64),
          column.text('purpose', 200),
          column.whole('size'),
          column.longText('rows'),
          column.json('columns'),
          column.text('job_id', 60),
          column.instant('created_at'),
          column.text('created_by_name', 200),
          column.instant('answered_at', { nullable: true }),
          column.longText('answer', { nullable: true }),
        ],
        { foreignKeys: [to('employer', 'employer_id')], indices: [['employer_id', 'created_at']] },
      ),
    );
    await runner.createTable(
      table(
        'verification_record',
        [
          column.id(),
          column.instant('at'),
          column.choice('kind'),
          column.ref('certificate_id', { nullable: true }),
          column.ref('employer_id', { nullable: true }),
          column.ref('key_id', { nullable: true }),
          column.ref('batch_id', { nullable: true }),
          column.whole('line', { nullable: true }),
          column.text('asked_number', 100, { nullable: true }),
          column.text('number_key', 40, { nullable: true }),
          column.text('asked_name', 100, { nullable: true }),
          column.choice('verdict'),
          column.json('checks', { nullable: true }),
          column.text('purpose', 200, { nullable: true }),
          column.text('asked_by_name', 200, { nullable: true }),
        ],
        {
          foreignKeys: [
            to('certificate', 'certificate_id'),
            to('employer', 'employer_id'),
            to('employer_key', 'key_id'),
            to('verification_batch', 'batch_id'),
          ],
          unique: [{ columns: ['batch_id', 'line'] }],
          indices: [
            ['certificate_id', 'at'],
            ['employer_id', 'at'],
            ['employer_id', 'number_key'],
          ],
          oneOf: { kind: ['page', 'api', 'batch'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['verification_record', 'verification_batch']) await runner.dropTable(name);
  }
}
