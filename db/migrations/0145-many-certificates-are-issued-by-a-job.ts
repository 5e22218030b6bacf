import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

/** An issue for a cohort with each of its future certificates: their content and their outcome. */
export class ManyCertificatesAreIssuedByAJob1767225600145 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'issuance',
        [
          column.id(),
          column.ref('cohort_id'),
          column.ref('achievement_id'),
          column.ref('job_id'),
          column.json('facts'),
          column.instant('started_at'),
          column.text('actor_name', 200),
        ],
        {
          foreignKeys: [
            { columns: ['cohort_id'], to: 'cohort' },
            { columns: ['achievement_id'], to: 'achievement' },
            { columns: ['job_id'], to: 'job' },
          ],
          indices: [['cohort_id']],
        },
      ),
    );
    await runner.createTable(
      table(
        'issuance_item',
        [
          column.id(),
          column.ref('issuance_id'),
          column.whole('position'),
          column.ref('enrolment_id'),
          column.ref('trainee_id'),
          column.text('name', 100),
          column.text('latin_name', 100, { nullable: true }),
          column.text('number', 60),
          column.text('token', 60),
          column.text('subject_urn', 60),
          column.whole('status_list'),
          column.whole('status_index'),
          column.choice('state'),
          column.json('reasons', { nullable: true }),
          column.instant('settled_at', { nullable: true }),
        ],
        {
          foreignKeys: [
            { columns: ['issuance_id'], to: 'issuance' },
            { columns: ['enrolment_id'], to: 'enrolment' },
            { columns: ['trainee_id'], to: 'trainee' },
          ],
          unique: [
            { columns: ['issuance_id', 'position'] },
            { columns: ['number'] },
            { columns: ['enrolment_id'], where: `"state" = 'waiting'` },
          ],
          oneOf: { state: ['waiting', 'issued', 'refused', 'void'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['issuance_item', 'issuance']) await runner.dropTable(name);
  }
}
