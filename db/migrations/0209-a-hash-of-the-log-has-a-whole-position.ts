import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A column of whole numbers takes fractions and text on SQLite, and the key of this table is its level and position: a
 * row between two others stands in no place of the log. PostgreSQL refuses or rounds it.
 */
export class AHashOfTheLogHasAWholePosition1767225600209 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (runner.connection.options.type !== 'postgres')
      await runner.query(`CREATE TRIGGER "log_hash_is_whole" BEFORE INSERT ON "log_hash"
        WHEN typeof(NEW."level") <> 'integer' OR typeof(NEW."position") <> 'integer'
        BEGIN SELECT RAISE(ABORT, 'level and position of a hash are whole numbers'); END`);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (runner.connection.options.type !== 'postgres') await runner.query('DROP TRIGGER "log_hash_is_whole"');
  }
}
