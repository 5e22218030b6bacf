import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

const FROZEN = ['certificate_id', 'act', 'acted_at', 'record'];
const ENDED = 'ix_log_entry_certificate_id';
const REFUSAL = 'what binds a certificate stays, and only its state moves';

/** Which records the product itself has written. The bindings of certificates from before are made at the next start, for they need the master key. */
export class TheRegisterIsBound1767225600184 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(table('certificate_binding', [
      column.ref('certificate_id'), column.choice('act'), column.instant('acted_at'), column.text('record', 64), column.longText('parts'), column.text('mac', 64),
    ], {
      primary: ['certificate_id'], foreignKeys: [{ columns: ['certificate_id'], to: 'certificate' }],
      oneOf: { act: ['issuance', 'replacement', 'renewal', 'upgrade'] },
    }));
    await runner.createTable(table('record_binding', [column.choice('kind'), column.text('id', 60), column.text('mac', 64)], {
      primary: ['kind', 'id'], oneOf: { kind: ['issuance', 'issuanceItem', 'issuerKey', 'receipt', 'register'] },
    }));
    await runner.createTable(table('register_alarm', [column.choice('subject'), column.text('id', 60), column.text('label', 300), column.instant('found_at')], {
      primary: ['subject', 'id'], oneOf: { subject: ['certificate', 'issuance', 'issuerKey', 'receipt', 'statusList'] },
    }));
    await runner.createIndex('log_entry', new TableIndex({ name: ENDED, columnNames: ['certificate_id'], where: `"kind" <> 'issue'` }));
    for (const statement of runner.connection.options.type === 'postgres' ? keptOnPostgres() : keptOnSqlite()) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('log_entry', ENDED);
    for (const name of ['register_alarm', 'record_binding', 'certificate_binding']) await runner.dropTable(name);
    if (runner.connection.options.type === 'postgres') await runner.query('DROP FUNCTION IF EXISTS keep_binding()');
  }
}

function keptOnSqlite(): string[] {
  const changed = FROZEN.map((name) => `NEW."${name}" IS NOT OLD."${name}"`).join(' OR ');
  const refuse = `BEGIN SELECT RAISE(ABORT, '${REFUSAL}'); END`;
  return [
    `CREATE TRIGGER "certificate_binding_keeps" BEFORE UPDATE ON "certificate_binding" WHEN ${changed} ${refuse}`,
    `CREATE TRIGGER "certificate_binding_stays" BEFORE DELETE ON "certificate_binding" ${refuse}`,
  ];
}

function keptOnPostgres(): string[] {
  const changed = FROZEN.map((name) => `NEW."${name}" IS DISTINCT FROM OLD."${name}"`).join(' OR ');
  return [
    `CREATE FUNCTION keep_binding() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF TG_OP = 'DELETE' THEN RAISE EXCEPTION '${REFUSAL}'; END IF;
      IF ${changed} THEN RAISE EXCEPTION '${REFUSAL}'; END IF;
      RETURN NEW; END $$`,
    'CREATE TRIGGER "certificate_binding_keeps" BEFORE UPDATE OR DELETE ON "certificate_binding" FOR EACH ROW EXECUTE FUNCTION keep_binding()',
  ];
}
