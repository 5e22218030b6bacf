import { type MigrationInterface, type QueryRunner, TableColumn, TableForeignKey, TableIndex } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';
import {
  HOLD_EXCLUSION,
  HOLD_EXCLUSION_NAME,
  HOLD_LENGTH_CHECK,
} from '../../src/scheduling/core/data/double-booking.js';
import { exclusionName, exclusionOf, HELD_BY_SESSIONS, triggersOf } from './0060-double-booking.js';
import { holdTriggersDropped, holdTriggersOnPostgres, holdTriggersOnSqlite } from './0110-hold-triggers.js';

const to = (own: string, name: string) => ({ columns: [own], to: name });
const LEAD_KEY = new TableForeignKey({
  name: 'fk_session_instructor_id',
  columnNames: ['instructor_id'],
  referencedTableName: 'instructor',
  referencedColumnNames: ['id'],
});
const LEAD_INDEX = new TableIndex({
  name: 'ix_session_instructor_id_starts_at',
  columnNames: ['instructor_id', 'starts_at'],
});

/** A session has several instructors, licence seats, and one table of what it holds, which prevents double bookings. */
export class SessionsHoldWhatTheyNeed1767225600110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.newTables(runner);
    await runner.query(
      `INSERT INTO session_instructor (session_id, instructor_id, role, answer) SELECT id, instructor_id, 'lead', 'open' FROM session WHERE instructor_id IS NOT NULL`,
    );
    await runner.query(
      `INSERT INTO session_hold (session_id, kind, holder_id, held_from, held_until) SELECT id, 'cohort', cohort_id, starts_at, ends_at FROM session WHERE state <> 'cancelled'`,
    );
    for (const kind of ['room', 'instructor']) {
      await runner.query(
        `INSERT INTO session_hold (session_id, kind, holder_id, held_from, held_until) SELECT id, '${kind}', ${kind}_id, starts_at, ends_at FROM session WHERE state <> 'cancelled' AND ${kind}_id IS NOT NULL`,
      );
    }
    for (const held of HELD_BY_SESSIONS) await this.dropOld(runner, held);
    await runner.dropIndex('session', LEAD_INDEX.name!);
    await runner.dropForeignKey('session', LEAD_KEY.name!);
    await runner.dropColumn('session', 'instructor_id');
    await runner.addColumns('session', [
      new TableColumn(column.ref('pattern_id', { nullable: true })),
      new TableColumn(column.text('pattern_slot', 20, { nullable: true })),
      new TableColumn(column.text('override_reason', 300, { nullable: true })),
      new TableColumn(column.text('cancelled_because', 500, { nullable: true })),
    ]);
    await runner.createForeignKey(
      'session',
      new TableForeignKey({
        name: 'fk_session_pattern_id',
        columnNames: ['pattern_id'],
        referencedTableName: 'timetable_pattern',
        referencedColumnNames: ['id'],
      }),
    );
    await runner.createIndex('session', new TableIndex({ name: 'ix_session_pattern_id', columnNames: ['pattern_id'] }));
    await this.forbid(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of holdTriggersDropped(isPostgres(runner))) await runner.query(statement);
    await runner.dropIndex('session', 'ix_session_pattern_id');
    await runner.dropForeignKey('session', 'fk_session_pattern_id');
    await runner.dropColumns('session', ['pattern_id', 'pattern_slot', 'override_reason', 'cancelled_because']);
    await runner.addColumn('session', new TableColumn(column.ref('instructor_id', { nullable: true })));
    await runner.query(
      `UPDATE session SET instructor_id = (SELECT l.instructor_id FROM session_instructor l WHERE l.session_id = session.id AND l.role = 'lead')`,
    );
    await runner.createForeignKey('session', LEAD_KEY);
    await runner.createIndex('session', LEAD_INDEX);
    for (const name of ['session_hold', 'session_licence', 'session_instructor']) await runner.dropTable(name);
    for (const held of HELD_BY_SESSIONS) {
      if (isPostgres(runner))
        await runner.query(
          `ALTER TABLE "session" ADD CONSTRAINT "${exclusionName(held)}" EXCLUDE ${exclusionOf(held)}`,
        );
      else for (const trigger of triggersOf(held)) await runner.query(trigger);
    }
  }

  private async newTables(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'session_instructor',
        [
          column.ref('session_id'),
          column.ref('instructor_id'),
          column.choice('role'),
          column.choice('answer', { default: 'open' }),
          column.instant('answered_at', { nullable: true }),
          column.text('said', 300, { nullable: true }),
        ],
        {
          primary: ['session_id', 'instructor_id'],
          foreignKeys: [to('session_id', 'session'), to('instructor_id', 'instructor')],
          unique: [{ columns: ['session_id'], where: `"role" = 'lead'` }],
          indices: [['instructor_id']],
          oneOf: { role: ['lead', 'assistant', 'examiner'], answer: ['open', 'confirmed', 'declined'] },
        },
      ),
    );
    await runner.createTable(
      table('session_licence', [column.ref('session_id'), column.ref('pool_id'), column.whole('seats')], {
        primary: ['session_id', 'pool_id'],
        foreignKeys: [to('session_id', 'session'), to('pool_id', 'licence_pool')],
        indices: [['pool_id']],
        checks: { ck_session_licence_seats: '"seats" >= 1' },
      }),
    );
    await runner.createTable(
      table(
        'session_hold',
        [
          column.ref('session_id'),
          column.choice('kind'),
          column.ref('holder_id'),
          column.instant('held_from'),
          column.instant('held_until'),
          column.whole('seats', { default: 1 }),
          column.whole('overridden', { default: 0 }),
        ],
        {
          primary: ['session_id', 'kind', 'holder_id'],
          foreignKeys: [to('session_id', 'session')],
          indices: [['holder_id', 'held_from']],
          oneOf: { kind: ['room', 'instructor', 'cohort', 'pool'] },
          checks: {
            ck_session_hold_length: HOLD_LENGTH_CHECK,
            ck_session_hold_overridden: '"overridden" IN (0, 1)',
            ck_session_hold_count: '"seats" >= 1',
          },
        },
      ),
    );
  }

  private async dropOld(runner: QueryRunner, held: (typeof HELD_BY_SESSIONS)[number]): Promise<void> {
    if (isPostgres(runner))
      return void (await runner.query(`ALTER TABLE "session" DROP CONSTRAINT "${exclusionName(held)}"`));
    for (const event of ['insert', 'update']) await runner.query(`DROP TRIGGER "${exclusionName(held)}_${event}"`);
  }

  private async forbid(runner: QueryRunner): Promise<void> {
    if (isPostgres(runner))
      await runner.query(
        `ALTER TABLE "session_hold" ADD CONSTRAINT "${HOLD_EXCLUSION_NAME}" EXCLUDE ${HOLD_EXCLUSION}`,
      );
    for (const statement of isPostgres(runner) ? holdTriggersOnPostgres() : holdTriggersOnSqlite())
      await runner.query(statement);
  }
}

function isPostgres(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === 'postgres';
}
