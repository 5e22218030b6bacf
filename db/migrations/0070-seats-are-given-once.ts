import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../../src/platform/database/schema.js';

const LIVE = `"state" IN ('waitlisted', 'offered', 'confirmed', 'completed', 'notCompleted')`;
const SEATED = `"state" IN ('offered', 'confirmed', 'completed', 'notCompleted')`;

/** Seats are rows: the database itself refuses an enrolment that needs a seat and finds none. */
export class SeatsAreGivenOnce1767225600070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table('seat', [column.ref('cohort_id'), column.whole('number')], {
        primary: ['cohort_id', 'number'],
        foreignKeys: [{ columns: ['cohort_id'], to: 'cohort' }],
      }),
    );
    await runner.createTable(
      table(
        'enrolment',
        [
          column.id(),
          column.ref('cohort_id'),
          column.ref('trainee_id'),
          column.choice('state'),
          column.whole('seat_number', { nullable: true }),
          column.whole('ticket'),
          column.instant('offer_expires_at', { nullable: true }),
          column.choice('source'),
          column.instant('made_at'),
          column.instant('confirmed_at', { nullable: true }),
          column.instant('ended_at', { nullable: true }),
        ],
        {
          foreignKeys: [
            { columns: ['cohort_id'], to: 'cohort' },
            { columns: ['trainee_id'], to: 'trainee' },
            { columns: ['cohort_id', 'seat_number'], to: 'seat', toColumns: ['cohort_id', 'number'] },
          ],
          unique: [
            { columns: ['cohort_id', 'trainee_id'], where: LIVE },
            { columns: ['cohort_id', 'seat_number'], where: '"seat_number" IS NOT NULL' },
            { columns: ['cohort_id', 'ticket'] },
          ],
          indices: [['trainee_id'], ['state', 'offer_expires_at']],
          oneOf: {
            state: ['waitlisted', 'offered', 'confirmed', 'withdrawn', 'lapsed', 'completed', 'notCompleted'],
            source: ['self', 'coordinator', 'import', 'transfer'],
          },
          checks: {
            ck_enrolment_has_seat: `("seat_number" IS NOT NULL) = (${SEATED})`,
            ck_enrolment_has_deadline: `("offer_expires_at" IS NOT NULL) = ("state" = 'offered')`,
          },
        },
      ),
    );
    await runner.createTable(
      table(
        'enrolment_event',
        [
          column.id(),
          column.ref('enrolment_id'),
          column.instant('at'),
          column.choice('kind'),
          column.text('actor_name', 200),
          column.json('detail'),
        ],
        {
          foreignKeys: [{ columns: ['enrolment_id'], to: 'enrolment' }],
          indices: [['enrolment_id']],
          oneOf: {
            kind: [
              'waitlisted',
              'offered',
              'confirmed',
              'withdrawn',
              'lapsed',
              'completed',
              'notCompleted',
              'seatMoved',
            ],
          },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['enrolment_event', 'enrolment', 'seat']) await runner.dropTable(name);
  }
}
