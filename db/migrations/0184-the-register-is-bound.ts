import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

const FROZEN = ['certificate_id', 'act', 'acted_at', 'record'];
const STATE_ID = '00000000-0000-4000-8000-000000000184';
const ENDED = 'ix_log_entry_certificate_id';
const REFUSAL = 'what binds a certificate stays, and only its state moves';
const STATE_REFUSAL = 'the state of the register stays, and its changes only grow';

/**
 * Which records the product itself has written. Bindings of earlier certificates are made at the next start, because
 * they need the master key.
 */
export class TheRegisterIsBound1767225600184 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'certificate_binding',
        [
          column.ref('certificate_id'),
          column.choice('act'),
          column.instant('acted_at'),
          column.text('record', 64),
          column.longText('parts'),
          column.text('mac', 64),
        ],
        {
          primary: ['certificate_id'],
          foreignKeys: [{ columns: ['certificate_id'], to: 'certificate' }],
          oneOf: { act: ['issuance', 'replacement', 'renewal', 'upgrade'] },
        },
      ),
    );
    await runner.createTable(
      table('record_binding', [column.choice('kind'), column.text('id', 60), column.text('mac', 64)], {
        primary: ['kind', 'id'],
        oneOf: { kind: ['issuance', 'issuanceItem', 'receipt', 'register'] },
      }),
    );
    await runner.createTable(
      table(
        'register_alarm',
        [column.choice('subject'), column.text('id', 60), column.text('label', 300), column.instant('found_at')],
        {
          primary: ['subject', 'id'],
          oneOf: { subject: ['certificate', 'issuance', 'issuerKey', 'receipt', 'register', 'statusList'] },
        },
      ),
    );
    await runner.createTable(
      table(
        'register_state',
        [
          column.id(),
          column.whole('changes'),
          column.whole('log_size'),
          column.text('log_root', 44),
          column.json('keys'),
          column.whole('bindings'),
          column.text('binding_sum', 64),
          column.text('mac', 64),
        ],
        { checks: { ck_register_state_one: `"id" = '${STATE_ID}'` } },
      ),
    );
    await runner.createIndex(
      'log_entry',
      new TableIndex({ name: ENDED, columnNames: ['certificate_id'], where: `"kind" <> 'issue'` }),
    );
    for (const statement of runner.connection.options.type === 'postgres' ? keptOnPostgres() : keptOnSqlite())
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('log_entry', ENDED);
    for (const name of ['register_state', 'register_alarm', 'record_binding', 'certificate_binding'])
      await runner.dropTable(name);
    if (runner.connection.options.type === 'postgres')
      await runner.query('DROP FUNCTION IF EXISTS keep_binding(), keep_register_state()');
  }
}

function keptOnSqlite(): string[] {
  const changed = FROZEN.map((name) => `NEW."${name}" IS NOT OLD."${name}"`).join(' OR ');
  const refuse = `BEGIN SELECT RAISE(ABORT, '${REFUSAL}'); END`;
  const refuseState = `BEGIN SELECT RAISE(ABORT, '${STATE_REFUSAL}'); END`;
  return [
    `CREATE TRIGGER "certificate_binding_keeps" BEFORE UPDATE ON "certificate_binding" WHEN ${changed} ${refuse}`,
    `CREATE TRIGGER "certificate_binding_stays" BEFORE DELETE ON "certificate_binding" ${refuse}`,
    `CREATE TRIGGER "register_state_grows" BEFORE UPDATE ON "register_state" WHEN NEW."changes" <= OLD."changes" ${refuseState}`,
    `CREATE TRIGGER "register_state_stays" BEFORE DELETE ON "register_state" ${refuseState}`,
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
    `CREATE FUNCTION keep_register_state() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF TG_OP = 'DELETE' OR NEW."changes" <= OLD."changes" THEN RAISE EXCEPTION '${STATE_REFUSAL}'; END IF;
      RETURN NEW; END $$`,
    'CREATE TRIGGER "register_state_grows" BEFORE UPDATE OR DELETE ON "register_state" FOR EACH ROW EXECUTE FUNCTION keep_register_state()',
  ];
}
