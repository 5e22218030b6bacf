import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableCheck, TableColumn } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

const MARGIN_CHECK =
  '"set_up_minutes" >= 0 AND "set_up_minutes" <= 240 AND "clear_away_minutes" >= 0 AND "clear_away_minutes" <= 240';

/** Bookable hours, room capacities, teaching limits, and the number of seats of a licence. */
export class RoomsPeopleAndLicencesHaveLimits1767225600105 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('room', [
      new TableColumn(column.json('features', { default: '[]' })),
      new TableColumn(column.whole('set_up_minutes', { default: 0 })),
      new TableColumn(column.whole('clear_away_minutes', { default: 0 })),
    ]);
    await runner.createCheckConstraint('room', new TableCheck({ name: 'ck_room_margins', expression: MARGIN_CHECK }));
    await runner.addColumns('instructor', [
      new TableColumn(column.whole('most_minutes_per_day', { nullable: true })),
      new TableColumn(column.whole('most_minutes_per_week', { nullable: true })),
    ]);
    await runner.createTable(
      table(
        'bookable_hours',
        [
          column.id(),
          column.choice('owner_kind'),
          column.ref('owner_id'),
          column.whole('weekday'),
          column.whole('from_minute'),
          column.whole('until_minute'),
        ],
        {
          indices: [['owner_id']],
          oneOf: { owner_kind: ['room', 'instructor'] },
          checks: {
            ck_bookable_hours_weekday: '"weekday" >= 1 AND "weekday" <= 7',
            ck_bookable_hours_order: '"from_minute" >= 0 AND "from_minute" < "until_minute" AND "until_minute" <= 1440',
          },
        },
      ),
    );
    await runner.createTable(
      table(
        'unavailability',
        [
          column.id(),
          column.choice('owner_kind'),
          column.ref('owner_id'),
          column.instant('starts_at'),
          column.instant('ends_at'),
          column.text('reason', 200),
          column.instant('created_at'),
        ],
        {
          indices: [['owner_id', 'starts_at']],
          oneOf: { owner_kind: ['room', 'instructor'] },
          checks: { ck_unavailability_order: '"starts_at" < "ends_at"' },
        },
      ),
    );
    await runner.createTable(
      table(
        'licence_pool',
        [
          column.id(),
          column.choice('kind'),
          column.text('product', 100),
          column.text('edition', 100, { nullable: true }),
          column.text('vendor', 100, { nullable: true }),
          column.text('agreement', 100),
          column.whole('seats'),
          column.day('valid_from'),
          column.day('valid_until', { nullable: true }),
          column.instant('created_at'),
          column.instant('closed_at', { nullable: true }),
        ],
        {
          oneOf: { kind: ['software', 'cloudLab'] },
          indices: [['product']],
          checks: {
            ck_licence_pool_seats: '"seats" >= 1 AND "seats" <= 100000',
            ck_licence_pool_order: '"valid_until" IS NULL OR "valid_from" <= "valid_until"',
          },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['licence_pool', 'unavailability', 'bookable_hours']) await runner.dropTable(name);
    await runner.dropColumns('instructor', ['most_minutes_per_day', 'most_minutes_per_week']);
    await runner.dropCheckConstraint('room', 'ck_room_margins');
    await runner.dropColumns('room', ['features', 'set_up_minutes', 'clear_away_minutes']);
  }
}
