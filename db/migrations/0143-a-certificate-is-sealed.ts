import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

const REFUSAL = 'what was sealed never changes and is never deleted';
const KEPT = ['certificate_seal', 'certificate_form', 'status_place'];

/** A certificate's documents, byte for byte as they were made; the database itself prevents changes. */
export class ACertificateIsSealed1767225600143 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table('status_place', [column.whole('status_list'), column.whole('status_index')], {
        primary: ['status_list', 'status_index'],
        checks: { ck_status_place_in_list: '"status_list" > 0 AND "status_index" >= 0 AND "status_index" < 131072' },
      }),
    );
    await runner.createTable(
      table(
        'certificate_seal',
        [
          column.ref('certificate_id'),
          column.text('subject_urn', 60),
          column.whole('status_list'),
          column.whole('status_index'),
          column.text('credential_hash', 64),
          column.instant('sealed_at'),
        ],
        {
          primary: ['certificate_id'],
          foreignKeys: [{ columns: ['certificate_id'], to: 'certificate' }],
          unique: [
            { columns: ['status_list', 'status_index'] },
            { columns: ['subject_urn'] },
            { columns: ['credential_hash'] },
          ],
        },
      ),
    );
    await runner.createTable(
      table(
        'certificate_form',
        [
          column.ref('certificate_id'),
          column.choice('form'),
          column.bytes('bytes'),
          column.text('sha256', 64),
          column.whole('length'),
        ],
        {
          primary: ['certificate_id', 'form'],
          foreignKeys: [{ columns: ['certificate_id'], to: 'certificate_seal', toColumns: ['certificate_id'] }],
          indices: [['sha256']],
          oneOf: { form: ['json', 'jwt', 'png', 'pdf'] },
        },
      ),
    );
    if (runner.connection.options.type === 'postgres') {
      await runner.query(
        `CREATE FUNCTION keep_sealed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${REFUSAL}'; END $$`,
      );
      for (const name of KEPT)
        await runner.query(
          `CREATE TRIGGER "${name}_keeps" BEFORE UPDATE OR DELETE ON "${name}" FOR EACH ROW EXECUTE FUNCTION keep_sealed()`,
        );
      return;
    }
    for (const name of KEPT) {
      for (const act of ['UPDATE', 'DELETE'])
        await runner.query(
          `CREATE TRIGGER "${name}_keeps_${act.toLowerCase()}" BEFORE ${act} ON "${name}" BEGIN SELECT RAISE(ABORT, '${REFUSAL}'); END`,
        );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['certificate_form', 'certificate_seal', 'status_place']) await runner.dropTable(name);
    if (runner.connection.options.type === 'postgres') await runner.query('DROP FUNCTION IF EXISTS keep_sealed()');
  }
}
