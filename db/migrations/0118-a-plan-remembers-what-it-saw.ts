import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { column } from '../../src/platform/database/schema.js';

/** A session that somebody else moved during planning is shown in both states: as it was seen, and as it is now. */
export class APlanRemembersWhatItSaw1767225600118 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('planned_change', new TableColumn(column.json('seen', { nullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('planned_change', 'seen');
  }
}
