import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

const FROZEN = ['id', 'did', 'kind', 'key_id', 'material', 'created_at'];
const REFUSAL = 'a key of the issuer stays what it is and is never deleted';

/** All keys of the issuer, past ones included, so that what they signed can be verified. */
export class KeysOfTheIssuerAreKept1767225600140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'issuer_key',
        [
          column.id(),
          column.text('did', 255),
          column.choice('kind'),
          column.text('key_id', 80),
          column.json('material'),
          column.bytes('sealed_secret'),
          column.choice('state'),
          column.instant('created_at'),
          column.instant('retired_at', { nullable: true }),
          column.instant('compromised_at', { nullable: true }),
          column.longText('note', { nullable: true }),
        ],
        {
          oneOf: {
            kind: ['assertion', 'jwt', 'log', 'paperRoot', 'paperSigner'],
            state: ['active', 'retired', 'compromised'],
          },
          unique: [{ columns: ['did', 'key_id'] }, { columns: ['did', 'kind'], where: `"state" = 'active'` }],
        },
      ),
    );
    for (const statement of runner.connection.options.type === 'postgres' ? keptOnPostgres() : keptOnSqlite())
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('issuer_key');
    if (runner.connection.options.type === 'postgres') await runner.query('DROP FUNCTION IF EXISTS keep_issuer_key()');
  }
}

function keptOnSqlite(): string[] {
  const changed = FROZEN.map((name) => `NEW."${name}" IS NOT OLD."${name}"`).join(' OR ');
  return [
    `CREATE TRIGGER "issuer_key_stays_the_same" BEFORE UPDATE ON "issuer_key" WHEN ${changed} OR (OLD."state" <> 'active' AND NEW."state" = 'active') BEGIN SELECT RAISE(ABORT, '${REFUSAL}'); END`,
    `CREATE TRIGGER "issuer_key_stays" BEFORE DELETE ON "issuer_key" BEGIN SELECT RAISE(ABORT, '${REFUSAL}'); END`,
  ];
}

function keptOnPostgres(): string[] {
  const changed = FROZEN.map((name) => `NEW."${name}" IS DISTINCT FROM OLD."${name}"`).join(' OR ');
  return [
    `CREATE FUNCTION keep_issuer_key() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF TG_OP = 'DELETE' THEN RAISE EXCEPTION '${REFUSAL}'; END IF;
      IF ${changed} OR (OLD."state" <> 'active' AND NEW."state" = 'active') THEN RAISE EXCEPTION '${REFUSAL}'; END IF;
      RETURN NEW; END $$`,
    'CREATE TRIGGER "issuer_key_stays" BEFORE UPDATE OR DELETE ON "issuer_key" FOR EACH ROW EXECUTE FUNCTION keep_issuer_key()',
  ];
}
