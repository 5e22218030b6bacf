import { type MigrationInterface, type QueryRunner, TableCheck } from 'typeorm';
import { oneOfExpression, oneOfName } from '../../src/platform/columns/columns.js';

interface Choices {
  readonly table: string;
  readonly column: string;
  readonly before: readonly string[];
  readonly added: readonly string[];
}

const CHOICES: readonly Choices[] = [
  {
    table: 'record_binding',
    column: 'kind',
    before: ['issuance', 'issuanceItem', 'receipt', 'register'],
    added: ['certificateBatch', 'certificateBatchItem'],
  },
  {
    table: 'register_alarm',
    column: 'subject',
    before: ['certificate', 'issuance', 'issuerKey', 'receipt', 'register', 'statusList'],
    added: ['certificateBatch'],
  },
];

/**
 * A batch is bound like an issue, with its job. Batches that are waiting at the upgrade are not bound: they are
 * refused, and have to be selected again. A plain statement: on SQLite, TypeORM would recreate a table that others
 * refer to.
 */
export class ABatchIsBound1767225600196 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { table, column, before, added } of CHOICES)
      await allow(runner, { table, column, values: [...before, ...added] });
    await runner.query('ALTER TABLE "certificate_batch" ADD COLUMN "job_id" uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "certificate_batch" DROP COLUMN "job_id"');
    for (const { table, column, before, added } of CHOICES) {
      const kinds = added.map((one) => `'${one}'`).join(', ');
      await runner.query(`DELETE FROM "${table}" WHERE "${column}" IN (${kinds})`);
      await allow(runner, { table, column, values: before });
    }
  }
}

async function allow(
  runner: QueryRunner,
  { table, column, values }: Pick<Choices, 'table' | 'column'> & { readonly values: readonly string[] },
): Promise<void> {
  const name = oneOfName(table, column);
  await runner.dropCheckConstraint(table, name);
  await runner.createCheckConstraint(table, new TableCheck({ name, expression: oneOfExpression(column, values) }));
}
