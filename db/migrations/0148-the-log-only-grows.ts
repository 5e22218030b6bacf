import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

const HEAD_ID = '00000000-0000-4000-8000-000000000148';
const REFUSAL = 'the certificate log only grows';
const WRITTEN_ONCE = ['log_entry', 'log_hash'];
const SHRINKS = '(NEW."size" < OLD."size" OR (NEW."size" = OLD."size" AND NEW."root" <> OLD."root"))';

/** Events of certificates are logged in a hash tree; the database itself only allows appending. */
export class TheLogOnlyGrows1767225600148 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'log_head',
        [
          column.id(),
          column.whole('size'),
          column.text('root', 44),
          column.json('edge'),
          column.longText('checkpoint', { nullable: true }),
          column.instant('at', { nullable: true }),
        ],
        { checks: { ck_log_head_one: `"id" = '${HEAD_ID}'` } },
      ),
    );
    await runner.createTable(
      table(
        'log_entry',
        [
          column.whole('position'),
          column.ref('certificate_id'),
          column.choice('kind'),
          column.text('credential_hash', 64),
          column.instant('at'),
          column.longText('text'),
        ],
        {
          primary: ['position'],
          foreignKeys: [{ columns: ['certificate_id'], to: 'certificate' }],
          unique: [{ columns: ['certificate_id', 'kind'] }],
          oneOf: { kind: ['issue', 'revoke', 'reissue'] },
        },
      ),
    );
    await runner.createTable(
      table('log_hash', [column.whole('level'), column.whole('position'), column.text('hash', 44)], {
        primary: ['level', 'position'],
      }),
    );
    const empty = createHash('sha256').digest('base64');
    await runner.query(
      `INSERT INTO "log_head" ("id", "size", "root", "edge") VALUES ('${HEAD_ID}', 0, '${empty}', '[]')`,
    );
    for (const statement of runner.connection.options.type === 'postgres' ? keptOnPostgres() : keptOnSqlite())
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['log_hash', 'log_entry', 'log_head']) await runner.dropTable(name);
    if (runner.connection.options.type === 'postgres')
      await runner.query('DROP FUNCTION IF EXISTS keep_log(), keep_log_head()');
  }
}

function keptOnSqlite(): string[] {
  const refuse = `BEGIN SELECT RAISE(ABORT, '${REFUSAL}'); END`;
  return [
    ...WRITTEN_ONCE.flatMap((name) => [
      `CREATE TRIGGER "${name}_stays" BEFORE UPDATE ON "${name}" ${refuse}`,
      `CREATE TRIGGER "${name}_is_kept" BEFORE DELETE ON "${name}" ${refuse}`,
    ]),
    `CREATE TRIGGER "log_head_grows" BEFORE UPDATE ON "log_head" WHEN ${SHRINKS} ${refuse}`,
    `CREATE TRIGGER "log_head_is_kept" BEFORE DELETE ON "log_head" ${refuse}`,
  ];
}

function keptOnPostgres(): string[] {
  return [
    `CREATE FUNCTION keep_log() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${REFUSAL}'; END $$`,
    `CREATE FUNCTION keep_log_head() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF ${SHRINKS} THEN RAISE EXCEPTION '${REFUSAL}'; END IF;
      RETURN NEW; END $$`,
    ...WRITTEN_ONCE.map(
      (name) =>
        `CREATE TRIGGER "${name}_stays" BEFORE UPDATE OR DELETE ON "${name}" FOR EACH ROW EXECUTE FUNCTION keep_log()`,
    ),
    'CREATE TRIGGER "log_head_grows" BEFORE UPDATE ON "log_head" FOR EACH ROW EXECUTE FUNCTION keep_log_head()',
    'CREATE TRIGGER "log_head_is_kept" BEFORE DELETE ON "log_head" FOR EACH ROW EXECUTE FUNCTION keep_log()',
    ...[...WRITTEN_ONCE, 'log_head'].map(
      (name) =>
        `CREATE TRIGGER "${name}_is_not_emptied" BEFORE TRUNCATE ON "${name}" FOR EACH STATEMENT EXECUTE FUNCTION keep_log()`,
    ),
  ];
}
