import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

/** The tables of the platform: the audit trail, the outbox, throttling and leases. */
export class ThePlatform1767225600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'audit_entry',
        [
          column.id(),
          column.instant('at'),
          column.ref('actor_id', { nullable: true }),
          column.text('actor_name', 200),
          column.text('act', 80),
          column.text('subject_type', 60),
          column.text('subject_id', 60),
          column.text('subject_label', 300),
          column.json('detail'),
          column.text('request_id', 60, { nullable: true }),
        ],
        { indices: [['at'], ['subject_id'], ['actor_id']] },
      ),
    );
    await runner.createTable(
      table(
        'outbox_message',
        [
          column.id(),
          column.text('to_address', 254),
          column.text('to_name', 200),
          column.text('language', 10),
          column.text('subject', 300),
          column.longText('body'),
          column.choice('state'),
          column.whole('attempts'),
          column.instant('created_at'),
          column.instant('next_attempt_at'),
          column.instant('sent_at', { nullable: true }),
          column.longText('last_error', { nullable: true }),
        ],
        { oneOf: { state: ['pending', 'sent', 'failed'] }, indices: [['state', 'next_attempt_at'], ['created_at']] },
      ),
    );
    await runner.createTable(
      table('throttle', [column.text('key', 64), column.instant('started_at'), column.whole('hits')], {
        primary: ['key'],
      }),
    );
    await runner.createTable(
      table('lease', [column.text('name', 60), column.text('holder', 60), column.instant('until')], {
        primary: ['name'],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['lease', 'throttle', 'outbox_message', 'audit_entry']) await runner.dropTable(name);
  }
}
