import { newId, Reads } from '../../../src/platform/index.js';
import { Session } from '../../../src/scheduling/index.js';
import sql from 'sql-template-tag';
import { aCohort, type BuiltCohort } from '../../builders/cohorts.js';
import { TestAcademy } from '../../support/app.js';
import { DATABASE } from '../../support/database.js';

const HOUR = 3_600_000;

describe(`the timetable in ${DATABASE}`, () => {
  let academy: TestAcademy;
  let one: BuiltCohort;
  let other: BuiltCohort;
  let number = 100;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    one = await aCohort(academy);
    other = await aCohort(academy, { on: '2026-06-30' });
  });
  afterAll(() => academy.close());

  /** Writes past every rule, as a faulty program would. */
  const store = (change: Partial<Session>): Promise<string> => academy.write(async (tx) => {
    tx.withoutAudit('what no program of ours does');
    const id = newId();
    number += 1;
    await tx.of(Session).insert({
      id, cohortId: other.id, number, startsAt: 0, endsAt: HOUR, roomId: null, instructorId: null, state: 'planned', sequence: 0, updatedAt: 0, ...change,
    });
    return id;
  });
  const change = (id: string, to: Partial<Session>): Promise<unknown> => academy.write(async (tx) => {
    tx.withoutAudit('what no program of ours does');
    return tx.of(Session).update({ id }, to);
  });
  const held = async (): Promise<Session> => {
    const [row] = await academy.app.get(Reads).all<Session>(sql`
      SELECT starts_at AS "startsAt", ends_at AS "endsAt", room_id AS "roomId", instructor_id AS "instructorId" FROM session WHERE cohort_id = ${one.id} AND number = 1`);
    return row!;
  };

  test('refuses a second session in a room, of an instructor, of a cohort', async () => {
    const { startsAt, endsAt, roomId, instructorId } = await held();
    const during = { startsAt: startsAt + HOUR, endsAt: endsAt + HOUR };
    await expect(store({ ...during, roomId })).rejects.toThrow(/ex_session_room_id/);
    await expect(store({ ...during, instructorId })).rejects.toThrow(/ex_session_instructor_id/);
    await expect(store({ ...during, cohortId: one.id })).rejects.toThrow(/ex_session_cohort_id/);
    await expect(store({ startsAt: startsAt + HOUR, endsAt: startsAt + 2 * HOUR, roomId })).rejects.toThrow(/ex_session_room_id/);
    await expect(store({ startsAt: startsAt - HOUR, endsAt: endsAt + HOUR, roomId })).rejects.toThrow(/ex_session_room_id/);
  });

  test('lets one begin as another ends, and a cancelled one stand anywhere', async () => {
    const { startsAt, endsAt, roomId } = await held();
    await store({ cohortId: one.id, startsAt: endsAt, endsAt: endsAt + HOUR, roomId });
    await store({ cohortId: one.id, startsAt: startsAt - HOUR, endsAt: startsAt, roomId });
    const id = await store({ startsAt, endsAt, roomId, state: 'cancelled' });
    await expect(change(id, { state: 'planned' })).rejects.toThrow(/ex_session_/);
  });

  test('refuses to move one onto another, by time or by room', async () => {
    const { startsAt, endsAt, roomId } = await held();
    const early = startsAt - 30 * 24 * HOUR;
    const id = await store({ startsAt: early, endsAt: early + (endsAt - startsAt), roomId });
    await expect(change(id, { startsAt, endsAt })).rejects.toThrow(/ex_session_room_id/);
    await change(id, { roomId: null });
    await expect(change(id, { cohortId: one.id, startsAt, endsAt })).rejects.toThrow(/ex_session_cohort_id/);
  });

  test('refuses a session that ends before it starts or lasts more than a day', async () => {
    await expect(store({ startsAt: 10 * HOUR, endsAt: 10 * HOUR })).rejects.toThrow(/ck_session_length/);
    await expect(store({ startsAt: 10 * HOUR, endsAt: 35 * HOUR })).rejects.toThrow(/ck_session_length/);
  });
});
