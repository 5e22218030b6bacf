import { type MigrationInterface, type QueryRunner, TableCheck, TableColumn } from 'typeorm';
import { oneOfExpression, oneOfName } from '../../src/platform/columns/columns.js';
import { column } from '../../src/platform/database/schema.js';

const TABLES = ['outbox_message', 'webhook_delivery'];
const COLUMNS = [
  column.text('claimed_by', 60, { nullable: true }),
  column.instant('claimed_until', { nullable: true }),
];

/** A sender claims emails and webhook messages before sending them, so that no other sends them as well. */
export class AMessageIsClaimedBeforeItIsSent1767225600178 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.addColumns(
        table,
        COLUMNS.map((one) => new TableColumn(one)),
      );
      await allow(runner, table, ['pending', 'sending', 'sent', 'failed']);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`UPDATE "${table}" SET "state" = 'pending' WHERE "state" = 'sending'`);
      await allow(runner, table, ['pending', 'sent', 'failed']);
      await runner.dropColumns(
        table,
        COLUMNS.map(({ name }) => name),
      );
    }
  }
}

async function allow(runner: QueryRunner, table: string, states: readonly string[]): Promise<void> {
  const name = oneOfName(table, 'state');
  await runner.dropCheckConstraint(table, name);
  await runner.createCheckConstraint(
    table,
    new TableCheck({ name, columnNames: ['state'], expression: oneOfExpression('state', states) }),
  );
}
