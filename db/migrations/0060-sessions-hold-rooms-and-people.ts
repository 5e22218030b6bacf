import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';
import {
  exclusionName,
  exclusionOf,
  HELD_BY_SESSIONS,
  SESSION_LENGTH_CHECK,
  triggersOf,
} from './0060-double-booking.js';

const to = (name: string, own: string, toColumn = 'id') => ({ columns: [own], to: name, toColumns: [toColumn] });

/** Rooms, instructors, the calendar, and sessions that can never be double-booked. */
export class SessionsHoldRoomsAndPeople1767225600060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'room',
        [
          column.id(),
          column.text('code', 20),
          column.text('name_zh', 100),
          column.text('name_en', 100),
          column.choice('kind'),
          column.whole('seats'),
          column.text('place_zh', 200),
          column.text('place_en', 200),
          column.instant('closed_at', { nullable: true }),
        ],
        {
          unique: [{ columns: ['code'] }],
          oneOf: { kind: ['room', 'lab'] },
          checks: { ck_room_seats: '"seats" >= 1 AND "seats" <= 2000' },
        },
      ),
    );
    await runner.createTable(
      table(
        'instructor',
        [
          column.id(),
          column.ref('account_id', { nullable: true }),
          column.text('name', 100),
          column.text('latin_name', 100, { nullable: true }),
          column.text('email', 254, { nullable: true }),
          column.text('phone', 40, { nullable: true }),
          column.longText('bio_zh', { nullable: true }),
          column.longText('bio_en', { nullable: true }),
          column.instant('retired_at', { nullable: true }),
        ],
        { foreignKeys: [to('account', 'account_id')], unique: [{ columns: ['account_id'] }] },
      ),
    );
    await runner.createTable(
      table(
        'qualification',
        [
          column.id(),
          column.ref('instructor_id'),
          column.ref('course_id'),
          column.day('valid_from', { nullable: true }),
          column.day('valid_until', { nullable: true }),
        ],
        {
          foreignKeys: [to('instructor', 'instructor_id'), to('course', 'course_id')],
          indices: [['instructor_id'], ['course_id']],
          checks: {
            ck_qualification_order: '"valid_from" IS NULL OR "valid_until" IS NULL OR "valid_from" <= "valid_until"',
          },
        },
      ),
    );
    await this.calendar(runner);
    await this.sessions(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of [
      'calendar_feed',
      'session',
      'calendar_day',
      'holiday_notice',
      'qualification',
      'instructor',
      'room',
    ])
      await runner.dropTable(name);
  }

  private async calendar(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table('holiday_notice', [column.whole('year'), column.json('papers'), column.instant('loaded_at')], {
        primary: ['year'],
      }),
    );
    await runner.createTable(
      table(
        'calendar_day',
        [
          column.text('date', 10),
          column.choice('kind'),
          column.text('name', 100),
          column.text('name_en', 100, { nullable: true }),
          column.whole('notice_year', { nullable: true }),
        ],
        {
          primary: ['date', 'kind'],
          foreignKeys: [to('holiday_notice', 'notice_year', 'year')],
          indices: [['notice_year']],
          oneOf: { kind: ['holiday', 'makeUpWorkday', 'closure'] },
          checks: { ck_calendar_day_source: `("kind" = 'closure') = ("notice_year" IS NULL)` },
        },
      ),
    );
    await runner.createTable(
      table(
        'calendar_feed',
        [
          column.id(),
          column.text('fingerprint', 64),
          column.choice('owner_kind'),
          column.ref('owner_id'),
          column.instant('created_at'),
          column.instant('revoked_at', { nullable: true }),
        ],
        {
          unique: [
            { columns: ['fingerprint'] },
            { columns: ['owner_kind', 'owner_id'], where: '"revoked_at" IS NULL' },
          ],
          oneOf: { owner_kind: ['cohort', 'instructor', 'trainee', 'room'] },
        },
      ),
    );
  }

  private async sessions(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        'session',
        [
          column.id(),
          column.ref('cohort_id'),
          column.whole('number'),
          column.instant('starts_at'),
          column.instant('ends_at'),
          column.ref('room_id', { nullable: true }),
          column.ref('instructor_id', { nullable: true }),
          column.choice('state'),
          column.whole('sequence', { default: 0 }),
          column.instant('updated_at'),
        ],
        {
          foreignKeys: [to('cohort', 'cohort_id'), to('room', 'room_id'), to('instructor', 'instructor_id')],
          unique: [{ columns: ['cohort_id', 'number'] }],
          indices: [
            ['starts_at'],
            ['cohort_id', 'starts_at'],
            ['room_id', 'starts_at'],
            ['instructor_id', 'starts_at'],
          ],
          oneOf: { state: ['planned', 'held', 'cancelled'] },
          checks: { ck_session_length: SESSION_LENGTH_CHECK },
        },
      ),
    );
    if (runner.dataSource.options.type !== 'postgres') {
      for (const trigger of HELD_BY_SESSIONS.flatMap(triggersOf)) await runner.query(trigger);
      return;
    }
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    for (const held of HELD_BY_SESSIONS)
      await runner.query(`ALTER TABLE "session" ADD CONSTRAINT "${exclusionName(held)}" EXCLUDE ${exclusionOf(held)}`);
  }
}
