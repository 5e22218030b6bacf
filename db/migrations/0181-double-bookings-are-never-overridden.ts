import type { MigrationInterface, QueryRunner } from 'typeorm';
import { HOLD_EXCLUSION_NAME } from '../../src/scheduling/core/data/double-booking.js';
import { holdTriggersOnSqlite } from './0110-hold-triggers.js';
import { aloneTriggersDropped, aloneTriggersOnPostgres, aloneTriggersOnSqlite } from './0181-hold-triggers.js';

/**
 * Two sessions with the same room, instructor or cohort at one time can no longer be overridden. Existing ones keep
 * their mark and appear among the clashes; a mark without an overlap is removed.
 */
export class DoubleBookingsAreNeverOverridden1767225600181 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (!isPostgres(runner)) await each(runner, aloneTriggersDropped(false));
    await runner.query(`UPDATE "session_hold" SET "overridden" = 0 WHERE "overridden" <> 0 AND NOT EXISTS (
      SELECT 1 FROM "session_hold" other WHERE other."holder_id" = "session_hold"."holder_id" AND other."session_id" <> "session_hold"."session_id"
        AND other."held_from" < "session_hold"."held_until" AND other."held_until" > "session_hold"."held_from")`);
    await each(runner, isPostgres(runner) ? aloneTriggersOnPostgres() : aloneTriggersOnSqlite());
  }

  async down(runner: QueryRunner): Promise<void> {
    await each(runner, aloneTriggersDropped(isPostgres(runner)));
    if (!isPostgres(runner))
      await each(
        runner,
        holdTriggersOnSqlite().filter((statement) => statement.includes(`"${HOLD_EXCLUSION_NAME}_`)),
      );
  }
}

async function each(runner: QueryRunner, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await runner.query(statement);
}

function isPostgres(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === 'postgres';
}
