import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

/**
 * Certificates issued before numbers were recorded get their rows, each in the series that it was drawn from, so that
 * counting shows a gap; numbers without a certificate are found by a separate index.
 */
export class NumbersOfBeforeAreAccountedFor1767225600170 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex(
      'drawn_number',
      new TableIndex({
        name: 'ix_drawn_number_scope_sequence',
        columnNames: ['scope', 'sequence'],
        where: `"state" <> 'issued'`,
      }),
    );
    const series = (await runner.query('SELECT "scope", "next" FROM "number_sequence"')) as unknown as {
      scope: string;
      next: string | number;
    }[];
    const byFixedPlaces = [...series].sort(
      (one, other) => digitsIn(one.scope) - digitsIn(other.scope) || one.scope.localeCompare(other.scope),
    );
    for (const { scope, next } of byFixedPlaces) await runner.query(recordsOf(scope, Number(next)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('drawn_number', 'ix_drawn_number_scope_sequence');
  }
}

const digitsIn = (scope: string): number => scope.split('#').length - 1;

/**
 * A number may match two series: it belongs to the one with more fixed characters. Scopes contain letters, digits, `#`
 * and `?` only.
 */
function recordsOf(scope: string, next: number): string {
  const digits = `SUBSTR(k."number_key", ${scope.indexOf('#') + 1}, ${digitsIn(scope)})`;
  const sequence = `CASE WHEN TRIM(${digits}, '0123456789') = '' THEN CAST(${digits} AS INTEGER) END`;
  return `
    INSERT INTO "drawn_number" ("number_key", "number", "scope", "sequence", "state", "actor_name", "drawn_at", "settled_at")
    SELECT k."number_key", k."number", '${scope}', ${sequence}, 'issued',
      COALESCE((SELECT MIN(e."actor_name") FROM "certificate_event" e WHERE e."certificate_id" = k."id" AND e."kind" IN ('issued', 'renewed')), '–'), k."issued_at", k."issued_at"
    FROM "certificate" k
    WHERE k."number_key" LIKE '${scope.replaceAll(/[#?]/g, '_')}' AND ${sequence} < ${next}
      AND NOT EXISTS (SELECT 1 FROM "drawn_number" d WHERE d."number_key" = k."number_key")
      AND NOT EXISTS (SELECT 1 FROM "drawn_number" d WHERE d."scope" = '${scope}' AND d."sequence" = ${sequence})`;
}
