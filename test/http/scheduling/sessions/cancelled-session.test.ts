import sql from 'sql-template-tag';
import { EnrolSelf } from '../../../../src/enrolment/index.js';
import { clockOf, dayOf, instantOf, ReadDatabase } from '../../../../src/platform/index.js';
import {
  CancelSession,
  PlaceSession,
  sessionById,
  type SessionRow,
  sessionsOfCohort,
} from '../../../../src/scheduling/index.js';
import { slotOfRow } from '../../../../src/scheduling/core/data/change-facts.js';
import { aCohort, aSlot, type BuiltCohort, done } from '../../../builders/cohorts.js';
import { someTrainees } from '../../../builders/trainees.js';
import { TestAcademy } from '../../../support/app.js';
import { person, signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';

describe('a session that is cancelled', () => {
  let academy: TestAcademy;
  let office: WebClient;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    office = await signedIn(academy, 'coordinator');
  });
  afterAll(() => academy.close());

  const reads = <Row>(query: Parameters<ReadDatabase['query']>[0]) => academy.app.get(ReadDatabase).query<Row>(query);
  const firstOf = async (cohort: BuiltCohort): Promise<SessionRow> => (await sessionsOfCohort(reads, cohort.id))[0]!;
  const again = async (id: string): Promise<SessionRow> => (await sessionById(reads, id))!;
  const fieldsOf = (session: SessionRow, more: Record<string, string> = {}) => ({
    date: dayOf(session.startsAt),
    startTime: clockOf(session.startsAt),
    endTime: clockOf(session.endsAt),
    roomId: session.roomId ?? '',
    instructorId: session.instructors[0]?.id ?? '',
    sequence: String(session.sequence),
    ...more,
  });
  /** What the open bulletin says of a session: when it was, when it is. */
  const noted = async (id: string) =>
    (
      await reads<{ before: string | null; after: string | null }>(sql`
    SELECT "before" AS "before", "after" AS "after" FROM bulletin_change WHERE session_id = ${id}`)
    ).map(({ before, after }) => ({ before: startOf(before), after: startOf(after) }));
  const startOf = (place: string | null) =>
    place === null ? null : (JSON.parse(place) as { startsAt: number }).startsAt;

  test('is cancelled with a reason for everybody, frees its room, and cannot be cancelled twice', async () => {
    const cohort = await aCohort(academy, { on: '2026-03-26' });
    const [trainee] = await someTrainees(academy, 1);
    done(await academy.app.get(EnrolSelf).execute(trainee!, cohort.code));
    const session = await firstOf(cohort);
    expect(
      (await office.post(`/office/sessions/${session.id}/cancellation`, { reason: ' ', sequence: '0' })).status,
    ).toBe(422);
    const after = await office.submit(`/office/sessions/${session.id}/cancellation`, {
      reason: '讲师生病',
      sequence: '0',
    });
    expect(wordsOf(after.text)).toContain('第 1 次课已取消，待通知 1 人');
    expect(await noted(session.id)).toEqual([{ before: session.startsAt, after: null }]);
    expect(await again(session.id)).toMatchObject({ state: 'cancelled', cancelledBecause: '讲师生病' });
    const coordinator = await person(academy, 'coordinator');
    const free = await academy.app
      .get(PlaceSession)
      .execute(coordinator, { cohortCode: cohort.code, slot: slotOfRow(session) });
    expect(done(free).sessionIds).toHaveLength(1);
    expect(
      await academy.app
        .get(CancelSession)
        .execute(coordinator, [{ sessionId: session.id, seenSequence: null }], 'again'),
    ).toMatchObject({ reasons: [{ code: 'sessionAlreadyCancelled' }] });
  });

  test('can be restored after a mistake, in another slot if its room is taken', async () => {
    const cohort = await aCohort(academy, { on: '2026-04-14' });
    const session = await firstOf(cohort);
    const coordinator = await person(academy, 'coordinator');
    done(
      await academy.app.get(CancelSession).execute(coordinator, [{ sessionId: session.id, seenSequence: 0 }], '写错了'),
    );
    const other = await aCohort(academy, { on: '2026-04-15' });
    done(
      await academy.app.get(PlaceSession).execute(coordinator, {
        cohortCode: other.code,
        slot: aSlot('2026-04-14', ['09:00', '10:00'], { roomId: cohort.roomId }),
      }),
    );
    const page = `/office/sessions/${session.id}/restoration`;
    expect((await office.get(page)).text).toContain('value="2026-04-14"');
    const taken = await office.post(page, fieldsOf(await again(session.id)));
    expect(taken.status).toBe(422);
    expect(wordsOf(taken.text)).toContain(`那时已给 ${other.code}`);
    const back = await office.submit(page, fieldsOf(await again(session.id), { startTime: '10:00' }));
    expect(wordsOf(back.text)).toContain('第 1 次课已恢复');
    expect(await again(session.id)).toMatchObject({
      state: 'planned',
      sequence: 2,
      startsAt: instantOf('2026-04-14', '10:00'),
      cancelledBecause: null,
    });
  });
});
