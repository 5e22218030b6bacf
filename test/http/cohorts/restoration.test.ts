import sql from 'sql-template-tag';
import { AddRoom, PlaceSession } from '../../../src/scheduling/index.js';
import { daysAfter, instantOf } from '../../../src/platform/index.js';
import { aCohort, aSlot, done } from '../../builders/cohorts.js';
import { someTrainees } from '../../builders/trainees.js';
import { TEST_START, TestAcademy } from '../../support/app.js';
import { person, signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';
import { restorationSteps } from './restoration-steps.js';

const HOUR = 3_600_000;

describe('a cohort cancelled by mistake', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());

  const { reads, stateOf, places, sessions, emails, enrol, office, cancel, later } = restorationSteps(() => academy);

  test('comes back with its state, sessions, seats and waitlist, and each person gets one email', async () => {
    const cohort = await aCohort(academy, { capacity: 2 });
    const trainees = await someTrainees(academy, 4);
    await enrol(cohort, ...trainees);
    await (
      await signedIn(academy, trainees[0]!)
    ).submit(
      `/enrolments/${(await reads().first<{ id: string }>(sql`SELECT id AS "id" FROM enrolment WHERE cohort_id = ${cohort.id} ORDER BY ticket`))!.id}/withdrawal`,
    );
    const before = await places(cohort.id);
    expect(before.map(({ state }) => state)).toEqual(['withdrawn', 'confirmed', 'offered', 'waitlisted']);
    await (await office()).submit(`/office/cohorts/${cohort.code}/confirmation`, { acknowledged: '1' });
    later(1);
    await cancel(cohort);
    expect(await stateOf(cohort.code)).toMatchObject({ state: 'cancelled', from: 'confirmed' });
    later(2);

    const browser = await office();
    expect((await browser.get(`/office/cohorts/${cohort.code}`)).text).toContain(
      `href="/office/cohorts/${cohort.code}/restoration"`,
    );
    const path = `/office/cohorts/${cohort.code}/restoration`;
    const shown = wordsOf((await browser.get(path)).text);
    for (const said of [
      '恢复后的状态：确认开班',
      '恢复 1 次课',
      '3 人回到名单',
      '弄错了班次',
      `${trainees[1]!.name}：已确认`,
      `${trainees[3]!.name}：候补`,
    ])
      expect(shown).toContain(said);
    expect(shown).not.toContain(`${trainees[0]!.name}：`);
    expect((await stateOf(cohort.code)).state).toBe('cancelled');
    expect(await sessions(cohort.id)).toEqual(['cancelled']);

    const after = await browser.submit(path);
    expect(wordsOf(after.text)).toContain('已恢复：3 人、1 次课。');
    expect(await stateOf(cohort.code)).toEqual({ state: 'confirmed', from: null, at: null });
    expect(await sessions(cohort.id)).toEqual(['planned']);
    expect(await places(cohort.id)).toEqual(
      before.map((one) => (one.state === 'offered' ? { ...one, until: expect.any(Number) as number } : one)),
    );
    expect((await places(cohort.id))[2]!.until).toBeGreaterThan(academy.clock.now() + HOUR - 1);
    expect(await emails(trainees[0]!)).toEqual([]);
    expect(await emails(trainees[1]!)).toEqual([expect.stringContaining('你的名额仍在')]);
    expect(await emails(trainees[2]!)).toEqual([expect.stringContaining('确认名额')]);
    expect(await emails(trainees[3]!)).toEqual([expect.stringContaining('你仍在候补')]);
    expect(
      await reads().count(
        sql`SELECT COUNT(*) AS "n" FROM audit_entry WHERE act = 'cohort.restored' AND subject_id = ${cohort.id}`,
      ),
    ).toBe(1);
    expect(
      await reads().count(
        sql`SELECT COUNT(*) AS "n" FROM audit_entry WHERE act = 'enrolment.restored' AND subject_label = ${cohort.code}`,
      ),
    ).toBe(3);
  });

  test('gets back only what the cancellation ended: a session cancelled earlier stays cancelled', async () => {
    const cohort = await aCohort(academy);
    const coordinator = await person(academy, 'coordinator');
    const room = done(
      await academy.app.get(AddRoom).execute(await person(academy, 'administrator'), {
        code: `X-${cohort.code}`,
        nameZh: '另一间',
        nameEn: 'Another',
        kind: 'room',
        seats: 1000,
        placeZh: '',
        placeEn: '',
      }),
    );
    const placed = done(
      await academy.app.get(PlaceSession).execute(coordinator, {
        cohortCode: cohort.code,
        slot: aSlot(cohort.day, ['18:00', '20:00'], { roomId: room.id }),
      }),
    );
    await (await office()).submit(`/office/sessions/${placed.sessionIds[0]}/cancellation`, { reason: '停电' });
    expect(await sessions(cohort.id)).toEqual(['planned', 'cancelled']);
    later(1);
    await cancel(cohort);
    later(1);
    await (await office()).submit(`/office/cohorts/${cohort.code}/restoration`);
    expect(await sessions(cohort.id)).toEqual(['planned', 'cancelled']);
  });

  test('can be cancelled and restored again, even as a draft', async () => {
    const cohort = await aCohort(academy, { capacity: 1 });
    const [trainee] = await someTrainees(academy, 1);
    await enrol(cohort, trainee!);
    for (let time = 0; time < 2; time += 1) {
      later(1);
      await cancel(cohort);
      later(1);
      await (await office()).submit(`/office/cohorts/${cohort.code}/restoration`);
      expect((await places(cohort.id)).map(({ state, seat }) => ({ state, seat }))).toEqual([
        { state: 'confirmed', seat: 1 },
      ]);
    }
    const draft = await aCohort(academy, { publish: false });
    await cancel(draft);
    later(1);
    const after = await (await office()).submit(`/office/cohorts/${draft.code}/restoration`);
    expect(after.status).toBe(200);
    expect((await stateOf(draft.code)).state).toBe('draft');
    expect(await sessions(draft.id)).toEqual(['planned']);
  });

  test('cannot be restored once its dates are over, or if it is not cancelled', async () => {
    const cohort = await aCohort(academy);
    const browser = await office();
    const path = `/office/cohorts/${cohort.code}/restoration`;
    expect(wordsOf((await browser.get(path)).text)).toContain('没有取消，无需恢复');
    expect((await browser.post(path)).status).toBe(422);
    await cancel(cohort);
    academy.clock.moveTo(instantOf(daysAfter(cohort.day, 1), '00:00'));
    expect(wordsOf((await browser.get(path)).text)).toContain('不能恢复。请另开一个班次');
    expect((await browser.get(`/office/cohorts/${cohort.code}`)).text).not.toContain(path);
    expect((await browser.post(path)).status).toBe(422);
    expect((await stateOf(cohort.code)).state).toBe('cancelled');
  });

  test('gets its people back even if it was cancelled before earlier states were recorded', async () => {
    const cohort = await aCohort(academy, { capacity: 1 });
    const trainees = await someTrainees(academy, 2);
    await enrol(cohort, ...trainees);
    await cancel(cohort);
    await academy.write(async (tx) => {
      tx.withoutAudit('as an earlier version left it');
      const rows = await tx.query<{ id: string }>(
        sql`SELECT v.id AS "id" FROM enrolment_event v JOIN enrolment e ON e.id = v.enrolment_id WHERE e.cohort_id = ${cohort.id} AND v.kind = 'withdrawn'`,
      );
      for (const { id } of rows)
        await tx.of('EnrolmentEvent').update({ id }, { detail: { cancelled: cohort.code, reason: '弄错了班次' } });
    });
    later(1);
    await (await office()).submit(`/office/cohorts/${cohort.code}/restoration`);
    expect((await places(cohort.id)).map(({ state, seat }) => ({ state, seat }))).toEqual([
      { state: 'confirmed', seat: 1 },
      { state: 'waitlisted', seat: null },
    ]);
  });
});
