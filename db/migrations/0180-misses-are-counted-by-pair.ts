import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

const NUMBERS = {
  table: 'verification_record',
  name: 'ix_verification_record_employer_id_number_key',
  columns: ['employer_id', 'number_key'],
};

/**
 * Misses are counted in a separate table, which stays small however many answers are stored: each pair of number and
 * name once a day. If answers are withheld, the record has the reason, and the office gets a task.
 */
export class MissesAreCountedByPair1767225600180 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'verification_try',
        [
          column.text('asker', 80),
          column.text('number_key', 40),
          column.text('name_key', 64),
          column.choice('kind'),
          column.instant('at'),
        ],
        {
          primary: ['asker', 'number_key', 'name_key'],
          indices: [['asker', 'kind', 'at'], ['asker', 'name_key', 'at'], ['at']],
          oneOf: { kind: ['miss', 'match'] },
        },
      ),
    );
    await runner.createTable(
      table(
        'verification_alarm',
        [
          column.id(),
          column.ref('employer_id'),
          column.day('day'),
          column.choice('reason'),
          column.whole('misses'),
          column.whole('withheld'),
          column.instant('first_at'),
          column.instant('last_at'),
          column.instant('seen_at', { nullable: true }),
          column.text('seen_by_name', 200, { nullable: true }),
        ],
        {
          foreignKeys: [{ columns: ['employer_id'], to: 'employer' }],
          unique: [{ columns: ['employer_id', 'day', 'reason'] }],
          indices: [['seen_at']],
          oneOf: { reason: ['name', 'misses'] },
        },
      ),
    );
    await runner.addColumn('verification_record', new TableColumn(column.choice('withheld', { nullable: true })));
    await runner.dropIndex(NUMBERS.table, NUMBERS.name);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.createIndex(NUMBERS.table, new TableIndex({ name: NUMBERS.name, columnNames: NUMBERS.columns }));
    await runner.dropColumn('verification_record', 'withheld');
    for (const name of ['verification_alarm', 'verification_try']) await runner.dropTable(name);
  }
}
