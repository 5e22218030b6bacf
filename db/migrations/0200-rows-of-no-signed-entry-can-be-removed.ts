import type { MigrationInterface, QueryRunner } from 'typeorm';

const REFUSAL = 'the certificate log only grows';
const SIZE = '(SELECT "size" FROM "log_head")';
const TYPED = (columns: readonly string[]): string =>
  columns.map((name) => `typeof(OLD."${name}") = 'integer' AND `).join('');
const SIGNED_ENTRY = `OLD."position" >= 0 AND OLD."position" < ${SIZE}`;
/** There is a hash for every `256 ** level` entries. Above level 3 there are none. */
const SIGNED_HASH = `OLD."level" BETWEEN 0 AND 3 AND OLD."position" >= 0 AND OLD."position" < ${SIZE} >> (8 * OLD."level")`;

/**
 * What somebody has put into the log's tables ahead of its signed head stands in the way of the next entries, and the
 * triggers forbade an operator to remove it. What belongs to a signed entry still cannot be removed.
 */
export class RowsOfNoSignedEntryCanBeRemoved1767225600200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of isPostgres(runner) ? onPostgres() : onSqlite()) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of isPostgres(runner) ? backOnPostgres() : backOnSqlite()) await runner.query(statement);
  }
}

const isPostgres = (runner: QueryRunner): boolean => runner.connection.options.type === 'postgres';

function onSqlite(): string[] {
  return [
    ...trigger('log_entry', `WHEN ${TYPED(['position'])}${SIGNED_ENTRY}`),
    ...trigger('log_hash', `WHEN ${TYPED(['level', 'position'])}${SIGNED_HASH}`),
  ];
}

function backOnSqlite(): string[] {
  return [...trigger('log_entry', ''), ...trigger('log_hash', '')];
}

function trigger(table: string, when: string): string[] {
  return [
    `DROP TRIGGER "${table}_is_kept"`,
    `CREATE TRIGGER "${table}_is_kept" BEFORE DELETE ON "${table}" ${when} BEGIN SELECT RAISE(ABORT, '${REFUSAL}'); END`,
  ];
}

function onPostgres(): string[] {
  return [...keeping('log_entry', SIGNED_ENTRY), ...keeping('log_hash', SIGNED_HASH)];
}

function keeping(table: string, signed: string): string[] {
  return [
    `CREATE FUNCTION keep_${table}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF TG_OP = 'UPDATE' OR (${signed}) THEN RAISE EXCEPTION '${REFUSAL}'; END IF;
      RETURN OLD; END $$`,
    ...stays(table, `keep_${table}`),
  ];
}

function backOnPostgres(): string[] {
  return [
    ...stays('log_entry', 'keep_log'),
    ...stays('log_hash', 'keep_log'),
    'DROP FUNCTION keep_log_entry(), keep_log_hash()',
  ];
}

function stays(table: string, keep: string): string[] {
  return [
    `DROP TRIGGER "${table}_stays" ON "${table}"`,
    `CREATE TRIGGER "${table}_stays" BEFORE UPDATE OR DELETE ON "${table}" FOR EACH ROW EXECUTE FUNCTION ${keep}()`,
  ];
}
