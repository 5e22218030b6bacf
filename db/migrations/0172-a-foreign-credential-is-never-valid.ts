import { type MigrationInterface, type QueryRunner, TableCheck } from 'typeorm';
import { oneOfExpression, oneOfName } from '../../src/platform/columns/columns.js';

const BEFORE = ['valid', 'expired', 'revoked', 'superseded', 'notFound', 'couldNotCheck', 'invalid'];
const VERDICTS = [
  'valid',
  'expired',
  'revoked',
  'superseded',
  'notFound',
  'couldNotCheck',
  'foreign',
  'nothingToCheck',
  'invalid',
];
const NEEDS_CERTIFICATE = `"verdict" NOT IN ('valid', 'expired', 'superseded') OR "certificate_id" IS NOT NULL`;
const [RECEIPT, RECORD] = ['verification_receipt', 'verification_record'] as const;

const oneOf = (table: string, verdicts: readonly string[]): TableCheck =>
  new TableCheck({ name: oneOfName(table, 'verdict'), expression: oneOfExpression('verdict', verdicts) });
const named = (table: string): TableCheck =>
  new TableCheck({ name: `ck_${table}_certificate`, expression: NEEDS_CERTIFICATE });

/** JSON of a stored step. */
const step = (name: string, outcome: string, why: string | null): string =>
  JSON.stringify({ step: name, outcome, why });

/**
 * A credential of another issuer used to be stored as valid or expired, without a certificate. No certificate is ever
 * deleted and no row ever loses its certificate, so such a row is about somebody else's file. The steps about the key
 * and about a missing status are corrected too. A receipt of a file in which nothing could be checked used to state
 * that the file was altered.
 */
export class AForeignCredentialIsNeverValid1767225600172 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.dropCheckConstraint(RECEIPT, oneOfName(RECEIPT, 'verdict'));
    await runner.query(`
      UPDATE "${RECEIPT}" SET "verdict" = 'foreign', "checks" = REPLACE(REPLACE("checks",
        '${step('notRevoked', 'ok', 'noStatus')}', '${step('notRevoked', 'unknown', 'noStatus')}'),
        '${step('issuerKey', 'ok', null)}', '${step('issuerKey', 'unknown', 'selfNamed')}')
      WHERE "verdict" IN ('valid', 'expired') AND "certificate_id" IS NULL`);
    await runner.query(`
      UPDATE "${RECEIPT}" SET "verdict" = 'nothingToCheck'
      WHERE "verdict" = 'invalid' AND "checks" LIKE '[{"step":"format","outcome":"failed"%' AND "checks" NOT LIKE '%"severalCredentials"%'
        AND "checks" NOT LIKE '%"outcome":"failed"%"outcome":"failed"%'`);
    await runner.query(`
      UPDATE "${RECORD}" SET "verdict" = 'foreign', "checks" = REPLACE("checks", '"notRevoked":"ok"', '"notRevoked":"unknown"')
      WHERE "verdict" IN ('valid', 'expired') AND "certificate_id" IS NULL`);
    await runner.createCheckConstraints(RECEIPT, [oneOf(RECEIPT, VERDICTS), named(RECEIPT)]);
    await runner.createCheckConstraints(RECORD, [oneOf(RECORD, VERDICTS), named(RECORD)]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of [named(RECORD).name!, oneOf(RECORD, VERDICTS).name!])
      await runner.dropCheckConstraint(RECORD, name);
    for (const name of [named(RECEIPT).name!, oneOf(RECEIPT, VERDICTS).name!])
      await runner.dropCheckConstraint(RECEIPT, name);
    for (const table of [RECEIPT, RECORD])
      await runner.query(
        `UPDATE "${table}" SET "verdict" = 'couldNotCheck' WHERE "verdict" IN ('foreign', 'nothingToCheck')`,
      );
    await runner.createCheckConstraint(RECEIPT, oneOf(RECEIPT, BEFORE));
  }
}
