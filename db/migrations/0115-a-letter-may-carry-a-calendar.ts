import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { column } from '../../src/platform/database/schema.js';

/** Stores invitations for the recipient's calendar in the outbox beside the email's text. */
export class ALetterMayCarryACalendar1767225600115 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('outbox_message', new TableColumn(column.json('calendar', { nullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('outbox_message', 'calendar');
  }
}
