import { type MigrationInterface, type QueryRunner, TableCheck } from 'typeorm';
import { oneOfExpression, oneOfName } from '../../src/platform/columns/columns.js';

const BEFORE = ['issuance', 'issuanceItem', 'receipt', 'register', 'certificateBatch', 'certificateBatchItem'];

/**
 * How people completed a cohort is bound: certificates are issued on it. The next start binds what earlier versions
 * recorded, once.
 */
export class OutcomesAreBound1767225600204 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await allow(runner, [...BEFORE, 'outcome']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM "record_binding" WHERE "kind" = 'outcome'`);
    await allow(runner, BEFORE);
  }
}

async function allow(runner: QueryRunner, kinds: readonly string[]): Promise<void> {
  const name = oneOfName('record_binding', 'kind');
  await runner.dropCheckConstraint('record_binding', name);
  await runner.createCheckConstraint(
    'record_binding',
    new TableCheck({ name, expression: oneOfExpression('kind', kinds) }),
  );
}
