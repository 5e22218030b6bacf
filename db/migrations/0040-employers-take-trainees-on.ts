import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

const to = (name: string, own: string) => ({ columns: [own], to: name });

/** Employers and placements. */
export class EmployersTakeTraineesOn1767225600040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'employer',
        [
          column.id(),
          column.text('name', 200),
          column.text('name_en', 200, { nullable: true }),
          column.text('credit_code', 18, { nullable: true }),
          column.choice('kind'),
          column.choice('park', { nullable: true }),
          column.text('contact_name', 100, { nullable: true }),
          column.text('contact_email', 254, { nullable: true }),
          column.text('contact_phone', 40, { nullable: true }),
          column.longText('note', { nullable: true }),
          column.instant('created_at'),
        ],
        {
          unique: [{ columns: ['name'] }, { columns: ['credit_code'] }],
          oneOf: { kind: ['employer', 'partner'], park: ['qilusoft', 'other'] },
        },
      ),
    );
    await runner.createTable(
      table(
        'placement',
        [
          column.id(),
          column.ref('trainee_id'),
          column.ref('employer_id'),
          column.text('position_title', 100),
          column.day('started_on'),
          column.instant('recorded_at'),
          column.day('ended_on', { nullable: true }),
          column.ref('track_id', { nullable: true }),
        ],
        {
          foreignKeys: [to('trainee', 'trainee_id'), to('employer', 'employer_id'), to('track', 'track_id')],
          indices: [['trainee_id'], ['employer_id'], ['started_on']],
          checks: { ck_placement_order: '"ended_on" IS NULL OR "ended_on" >= "started_on"' },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['placement', 'employer']) await runner.dropTable(name);
  }
}
