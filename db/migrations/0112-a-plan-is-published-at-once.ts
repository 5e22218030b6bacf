import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

const to = (own: string, name: string) => ({ columns: [own], to: name });

/** Changes of the timetable are collected in a plan until it is published, and in a bulletin until it is sent. */
export class APlanIsPublishedAtOnce1767225600112 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'timetable_plan',
        [
          column.id(),
          column.text('title', 200),
          column.choice('origin'),
          column.choice('state'),
          column.ref('opened_by', { nullable: true }),
          column.instant('opened_at'),
          column.instant('closed_at', { nullable: true }),
          column.json('about', { nullable: true }),
        ],
        {
          foreignKeys: [to('opened_by', 'account')],
          indices: [['state', 'opened_at']],
          oneOf: { origin: ['hand', 'repair', 'pattern'], state: ['open', 'published', 'discarded'] },
        },
      ),
    );
    await runner.createTable(
      table(
        'planned_change',
        [
          column.id(),
          column.ref('plan_id'),
          column.choice('kind'),
          column.ref('cohort_id'),
          column.ref('session_id', { nullable: true }),
          column.whole('seen_sequence', { nullable: true }),
          column.json('wanted', { nullable: true }),
          column.text('reason', 500, { nullable: true }),
          column.instant('changed_at'),
        ],
        {
          foreignKeys: [to('plan_id', 'timetable_plan'), to('cohort_id', 'cohort'), to('session_id', 'session')],
          indices: [['plan_id']],
          unique: [{ columns: ['plan_id', 'session_id'], where: '"session_id" IS NOT NULL' }],
          oneOf: { kind: ['place', 'move', 'cancel', 'restore'] },
          checks: { ck_planned_change_session: `("kind" = 'place') = ("session_id" IS NULL)` },
        },
      ),
    );
    await runner.createTable(
      table(
        'bulletin',
        [
          column.id(),
          column.ref('opened_by', { nullable: true }),
          column.instant('opened_at'),
          column.instant('touched_at'),
          column.choice('state'),
          column.instant('closed_at', { nullable: true }),
        ],
        {
          foreignKeys: [to('opened_by', 'account')],
          indices: [['state', 'touched_at']],
          oneOf: { state: ['open', 'sent', 'dropped'] },
        },
      ),
    );
    await runner.createTable(
      table(
        'bulletin_change',
        [
          column.id(),
          column.ref('bulletin_id'),
          column.ref('session_id'),
          column.json('before', { nullable: true }),
          column.json('after', { nullable: true }),
          column.text('reason', 500, { nullable: true }),
          column.instant('changed_at'),
        ],
        {
          foreignKeys: [to('bulletin_id', 'bulletin'), to('session_id', 'session')],
          unique: [{ columns: ['bulletin_id', 'session_id'] }],
          indices: [['session_id']],
        },
      ),
    );
    await runner.createTable(
      table(
        'bulletin_letter',
        [
          column.ref('bulletin_id'),
          column.text('email', 254),
          column.text('subject', 300, { nullable: true }),
          column.longText('body', { nullable: true }),
          column.whole('dropped', { default: 0 }),
        ],
        {
          primary: ['bulletin_id', 'email'],
          foreignKeys: [to('bulletin_id', 'bulletin')],
          checks: { ck_bulletin_letter_dropped: '"dropped" IN (0, 1)' },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['bulletin_letter', 'bulletin_change', 'bulletin', 'planned_change', 'timetable_plan'])
      await runner.dropTable(name);
  }
}
