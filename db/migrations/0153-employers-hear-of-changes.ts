import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

const to = (name: string, own: string) => ({ columns: [own], to: name });
const EVENTS = ['certificate.revoked', 'certificate.replaced', 'certificate.expired', 'test'];

/** Webhooks of employers for changes to certificates that they verified, and every message sent to them. */
export class EmployersHearOfChanges1767225600153 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'webhook',
        [
          column.id(),
          column.ref('employer_id'),
          column.text('url', 500),
          column.longText('sealed_secret'),
          column.json('events'),
          column.instant('scanned_at'),
          column.instant('created_at'),
          column.text('created_by_name', 200),
          column.instant('removed_at', { nullable: true }),
        ],
        { foreignKeys: [to('employer', 'employer_id')], indices: [['employer_id']] },
      ),
    );
    await runner.createTable(
      table(
        'webhook_delivery',
        [
          column.id(),
          column.ref('webhook_id'),
          column.choice('event'),
          column.ref('certificate_id', { nullable: true }),
          column.longText('body'),
          column.choice('state'),
          column.whole('attempts'),
          column.instant('created_at'),
          column.instant('next_attempt_at'),
          column.instant('sent_at', { nullable: true }),
          column.whole('status', { nullable: true }),
          column.text('fault', 200, { nullable: true }),
        ],
        {
          foreignKeys: [to('webhook', 'webhook_id'), to('certificate', 'certificate_id')],
          unique: [{ columns: ['webhook_id', 'certificate_id', 'event'] }],
          indices: [
            ['state', 'next_attempt_at'],
            ['webhook_id', 'created_at'],
          ],
          oneOf: { event: EVENTS, state: ['pending', 'sent', 'failed'] },
        },
      ),
    );
    await runner.createIndex(
      'certificate_event',
      new TableIndex({ name: 'ix_certificate_event_at', columnNames: ['at'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('certificate_event', 'ix_certificate_event_at');
    for (const name of ['webhook_delivery', 'webhook']) await runner.dropTable(name);
  }
}
