import sql from 'sql-template-tag';
import { PlanCohort, PublishCohort } from '../../../src/cohorts/index.js';
import { AddRoom, MoveSession, PlaceSession } from '../../../src/scheduling/index.js';
import { daysAfter, instantOf, Reads } from '../../../src/platform/index.js';
import { aCohort, aPlace, type BuiltCohort, done } from '../../builders/cohorts.js';
import { type BuiltTrainee, someTrainees } from '../../builders/trainees.js';
import { TEST_START, TestAcademy } from '../../support/app.js';
import { person, signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';

const HOUR = 3_600_000;

describe('a cohort cancelled by mistake', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());

  const reads = () => academy.app.get(Reads);
  const stateOf = async (code: string) =>
    (await reads().first<{ state: string; from: string | null; at: number | null }>(sql`
    SELECT state AS "state", cancelled_from AS "from", cancelled_at AS "at" FROM cohort WHERE code = ${code}`))!;
  const places = (cohortId: string) =>
    reads().all<{
      trainee: string;
      state: string;
      seat: number | null;
      until: number | null;
      ended: number | null;
      confirmed: number | null;
    }>(sql`
    SELECT trainee_id AS "trainee", state AS "state", seat_number AS "seat", offer_expires_at AS "until", ended_at AS "ended", confirmed_at AS "confirmed"
    FROM enrolment WHERE cohort_id = ${cohortId} ORDER BY ticket`);
  const sessions = async (cohortId: string) =>
    (
      await reads().all<{ state: string }>(
        sql`SELECT state AS "state" FROM session WHERE cohort_id = ${cohortId} ORDER BY number`,
      )
    ).map(({ state }) => state);
  const letters = async ({ email }: BuiltTrainee) =>
    (
      await reads().all<{ subject: string }>(sql`
    SELECT subject AS "subject" FROM outbox_message WHERE to_address = ${email} AND created_at = ${academy.clock.now()}`)
    ).map(({ subject }) => subject);
  const enrol = async (cohort: { code: string }, ...trainees: BuiltTrainee[]): Promise<void> => {
    for (const trainee of trainees)
      await (
        await signedIn(academy, trainee)
      ).submit(`/cohorts/${cohort.code}/enrolments`, {}, `/cohorts/${cohort.code}`);
  };
  const office = () => signedIn(academy, 'coordinator');
  const cancel = async ({ code }: { code: string }) =>
    (await office()).submit(`/office/cohorts/${code}/cancellation`, { reason: '弄错了班次' });
  const later = (hours: number) => academy.clock.moveTo(academy.clock.now() + hours * HOUR);

  /** The same course a week later, with a seat for everybody. */
  const sibling = async ({ plan, code }: BuiltCohort): Promise<{ code: string }> => {
    const coordinator = await person(academy, 'coordinator');
    const day = daysAfter(plan.startsOn, 7);
    const other = done(
      await academy.app.get(PlanCohort).by(coordinator, { ...plan, code: `${code}-B`, startsOn: day, endsOn: day }),
    );
    done(
      await academy.app
        .get(PlaceSession)
        .place(coordinator, { cohortCode: other.code, place: aPlace(day, ['09:00', '17:00']) }),
    );
    done(await academy.app.get(PublishCohort).by(coordinator, other.id));
    return other;
  };

  test('comes back as it was: state, sessions, seats and line, each person told by one letter', async () => {
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
    expect(await letters(trainees[0]!)).toEqual([]);
    expect(await letters(trainees[1]!)).toEqual([expect.stringContaining('你的名额仍在')]);
    expect(await letters(trainees[2]!)).toEqual([expect.stringContaining('确认名额')]);
    expect(await letters(trainees[3]!)).toEqual([expect.stringContaining('你仍在候补')]);
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

  test('leaves out who has a seat in another cohort of the course by now, by name, and offers the seat to the next in line', async () => {
    const cohort = await aCohort(academy, { capacity: 1 });
    const [gone, next] = (await someTrainees(academy, 2)) as [BuiltTrainee, BuiltTrainee];
    await enrol(cohort, gone, next);
    const other = await sibling(cohort);
    await cancel(cohort);
    later(1);
    await enrol(other, gone);
    later(1);
    const browser = await office();
    const shown = wordsOf((await browser.get(`/office/cohorts/${cohort.code}/restoration`)).text);
    expect(shown).toMatch(new RegExp(`1 人不恢复 ${gone.name} 已在 ${other.code} 有名额`));
    await browser.submit(`/office/cohorts/${cohort.code}/restoration`);
    expect((await places(cohort.id)).map(({ state }) => state)).toEqual(['withdrawn', 'offered']);
    expect(await letters(gone)).toEqual([]);
    expect(await letters(next)).toEqual([expect.stringContaining('有名额了')]);
  });

  test('names who sits in another course at the same time by now, and leaves the choice to people', async () => {
    const cohort = await aCohort(academy);
    const [busy, free] = (await someTrainees(academy, 2)) as [BuiltTrainee, BuiltTrainee];
    await enrol(cohort, busy, free);
    await cancel(cohort);
    later(1);
    const rival = await aCohort(academy, { on: cohort.day });
    await enrol(rival, busy);
    const shown = wordsOf((await (await office()).get(`/office/cohorts/${cohort.code}/restoration`)).text);
    expect(shown).toContain(`${busy.name}：回到名单，但与 ${rival.code} 上课时间重叠`);
    expect(shown).toContain(`${free.name}：已确认`);
    await (await office()).submit(`/office/cohorts/${cohort.code}/restoration`);
    expect((await places(cohort.id)).map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
  });

  test('gets no session back whose room is taken by now, and is told by whom', async () => {
    const cohort = await aCohort(academy);
    const coordinator = await person(academy, 'coordinator');
    await cancel(cohort);
    later(1);
    const rival = await aCohort(academy, { on: cohort.day });
    const [session] = await reads().all<{ id: string }>(
      sql`SELECT id AS "id" FROM session WHERE cohort_id = ${rival.id}`,
    );
    done(
      await academy.app.get(MoveSession).to(coordinator, session!.id, {
        place: aPlace(cohort.day, ['09:00', '17:00'], { roomId: cohort.roomId, instructorId: rival.instructorId }),
        seenSequence: null,
      }),
    );
    const browser = await office();
    const shown = wordsOf((await browser.get(`/office/cohorts/${cohort.code}/restoration`)).text);
    expect(shown).toContain('1 次课不能恢复，需要重新安排');
    expect(shown).toContain(rival.code);
    const after = await browser.submit(`/office/cohorts/${cohort.code}/restoration`);
    expect(wordsOf(after.text)).toContain('0 人、0 次课；另有 1 项未能恢复');
    expect((await stateOf(cohort.code)).state).toBe('tentative');
    expect(await sessions(cohort.id)).toEqual(['cancelled']);
  });

  test('gets back only what the cancellation ended: a session cancelled before stays cancelled', async () => {
    const cohort = await aCohort(academy);
    const coordinator = await person(academy, 'coordinator');
    const room = done(
      await academy.app.get(AddRoom).as(await person(academy, 'administrator'), {
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
      await academy.app.get(PlaceSession).place(coordinator, {
        cohortCode: cohort.code,
        place: aPlace(cohort.day, ['18:00', '20:00'], { roomId: room.id }),
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

  test('can be cancelled and restored again, a draft too', async () => {
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

  test('stays cancelled once its dates are over; one that is not cancelled has nothing to restore', async () => {
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

  test('remembers what people were though it was cancelled before this was written down', async () => {
    const cohort = await aCohort(academy, { capacity: 1 });
    const trainees = await someTrainees(academy, 2);
    await enrol(cohort, ...trainees);
    await cancel(cohort);
    await academy.write(async (tx) => {
      tx.withoutAudit('as an earlier version left it');
      const rows = await tx.rows<{ id: string }>(
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
