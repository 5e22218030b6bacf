import sql from 'sql-template-tag';
import { ChangeCohort } from '../../../src/cohorts/index.js';
import { closeWaitlist, LapseOffers } from '../../../src/enrolment/index.js';
import { instantOf, ReadDatabase } from '../../../src/platform/index.js';
import { aCohort, type BuiltCohort, done } from '../../builders/cohorts.js';
import { type BuiltTrainee, someTrainees } from '../../builders/trainees.js';
import { TEST_START, TestAcademy } from '../../support/app.js';
import { person, signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';

const DAY = 24 * 3600_000;

describe('a seat', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());

  const enrol = async (trainee: BuiltTrainee, cohort: BuiltCohort): Promise<string> => {
    const browser = await signedIn(academy, trainee);
    return wordsOf((await browser.submit(`/cohorts/${cohort.code}/enrolments`, {}, `/cohorts/${cohort.code}`)).text);
  };
  const enrolmentOf = async (
    trainee: BuiltTrainee,
  ): Promise<{ id: string; state: string; seatNumber: number | null }> => {
    const row = await academy.app.get(ReadDatabase).first<{ id: string; state: string; seatNumber: number | null }>(sql`
      SELECT id AS "id", state AS "state", seat_number AS "seatNumber" FROM enrolment WHERE trainee_id = ${trainee.traineeId} ORDER BY made_at DESC, ticket DESC`);
    return row!;
  };
  const emailsTo = (trainee: BuiltTrainee): Promise<{ subject: string }[]> =>
    academy.app.get(ReadDatabase).query(sql`
    SELECT subject AS "subject" FROM outbox_message WHERE to_address = ${trainee.email} ORDER BY created_at, id`);
  const withdraw = async (trainee: BuiltTrainee): Promise<void> => {
    const { id } = await enrolmentOf(trainee);
    await (
      await signedIn(academy, trainee)
    ).submit(`/enrolments/${id}/withdrawal`, { reason: '' }, `/enrolments/${id}/withdrawal`);
  };

  test('is offered to the first trainee on the waitlist when it is freed', async () => {
    const cohort = await aCohort(academy, { capacity: 1 });
    const [seated, first, second] = (await someTrainees(academy, 3)) as [BuiltTrainee, BuiltTrainee, BuiltTrainee];
    expect(await enrol(seated, cohort)).toContain('名额已为你确认');
    expect(await enrol(first, cohort)).toContain('候补第 1 位');
    expect(await enrol(second, cohort)).toContain('候补第 2 位');
    await withdraw(seated);
    const offered = await enrolmentOf(first);
    expect(offered).toMatchObject({ state: 'offered', seatNumber: 1 });
    expect((await emailsTo(first)).at(-1)?.subject).toContain('有名额了');
    const browser = await signedIn(academy, first);
    const page = await browser.submit(`/enrolments/${offered.id}/acceptance`, {}, `/enrolments/${offered.id}`);
    expect(wordsOf(page.text)).toContain('已确认');
    expect(await enrolmentOf(first)).toMatchObject({ state: 'confirmed', seatNumber: 1 });
    expect((await enrolmentOf(second)).state).toBe('waitlisted');
  });

  test('is offered to the next trainee after the deadline, and a late acceptance is refused', async () => {
    const cohort = await aCohort(academy, { capacity: 1 });
    const [seated, first, second] = (await someTrainees(academy, 3)) as [BuiltTrainee, BuiltTrainee, BuiltTrainee];
    for (const trainee of [seated, first, second]) await enrol(trainee, cohort);
    await withdraw(seated);
    academy.clock.moveTo(TEST_START + DAY);
    const late = await enrolmentOf(first);
    const answer = await (
      await signedIn(academy, first)
    ).post(`/enrolments/${late.id}/acceptance`, {}, `/enrolments/${late.id}`);
    expect(answer.status).toBe(422);
    expect(wordsOf(answer.text)).toContain('现已转给下一位');
    await academy.app.get(LapseOffers).execute();
    expect((await enrolmentOf(first)).state).toBe('lapsed');
    expect(await enrolmentOf(second)).toMatchObject({ state: 'offered', seatNumber: 1 });
  });

  test('is taken once when a trainee enrols twice', async () => {
    const cohort = await aCohort(academy, { capacity: 5 });
    const [trainee] = (await someTrainees(academy, 1)) as [BuiltTrainee];
    await enrol(trainee, cohort);
    expect(await enrol(trainee, cohort)).toContain('你已报名');
    expect(
      await academy.app.get(ReadDatabase).count(sql`SELECT COUNT(*) FROM enrolment WHERE cohort_id = ${cohort.id}`),
    ).toBe(1);
  });

  test('answers 404 for another trainee’s enrolment', async () => {
    const cohort = await aCohort(academy, { capacity: 5 });
    const [owner, visitor] = (await someTrainees(academy, 2)) as [BuiltTrainee, BuiltTrainee];
    await enrol(owner, cohort);
    const { id } = await enrolmentOf(owner);
    const browser = await signedIn(academy, visitor);
    for (const path of [`/enrolments/${id}`, `/enrolments/${id}/withdrawal`, '/enrolments/1', '/enrolments/not-an-id'])
      expect((await browser.get(path)).status).toBe(404);
    expect((await browser.post(`/enrolments/${id}/withdrawal`)).status).toBe(404);
    expect((await browser.post(`/enrolments/${id}/acceptance`)).status).toBe(404);
    expect((await enrolmentOf(owner)).state).toBe('confirmed');
  });

  test('is offered when the capacity grows, and cannot be removed while it is taken', async () => {
    const cohort = await aCohort(academy, { capacity: 2 });
    const people = await someTrainees(academy, 3);
    for (const trainee of people) await enrol(trainee, cohort);
    const coordinator = await person(academy, 'coordinator');
    const resize = (capacity: number) =>
      academy.app.get(ChangeCohort).execute(coordinator, cohort.id, { ...cohort.plan, capacity });
    expect(await resize(1)).toMatchObject({ reasons: [{ code: 'capacityBelowTaken', data: { taken: 2 } }] });
    done(await resize(3));
    expect(await enrolmentOf(people[2]!)).toMatchObject({ state: 'offered', seatNumber: 3 });
    const roster = await (await signedIn(academy, 'coordinator')).get(`/office/cohorts/${cohort.code}/roster`);
    expect(wordsOf(roster.text)).toContain('3 / 3 个名额');
    expect(wordsOf(roster.text)).toContain(people[2]!.name);
  });

  test('stays taken when a transfer to a cohort of another course is refused', async () => {
    const from = await aCohort(academy, { capacity: 2 });
    const other = await aCohort(academy, { capacity: 2 });
    const [trainee] = (await someTrainees(academy, 1)) as [BuiltTrainee];
    await enrol(trainee, from);
    const { id } = await enrolmentOf(trainee);
    const coordinator = await signedIn(academy, 'coordinator');
    const answer = await coordinator.post(
      `/office/enrolments/${id}/transfer`,
      { cohortCode: other.code },
      `/office/enrolments/${id}/transfer`,
    );
    expect(answer.status).toBe(422);
    expect((await enrolmentOf(trainee)).state).toBe('confirmed');
  });

  test('can be given up after the first session by a coordinator only', async () => {
    const cohort = await aCohort(academy, { capacity: 1 });
    const [trainee] = (await someTrainees(academy, 1)) as [BuiltTrainee];
    await enrol(trainee, cohort);
    academy.clock.moveTo(instantOf(cohort.day, '10:00'));
    const { id } = await enrolmentOf(trainee);
    const refusedAnswer = await (
      await signedIn(academy, trainee)
    ).post(`/enrolments/${id}/withdrawal`, {}, `/enrolments/${id}`);
    expect(refusedAnswer.status).toBe(422);
    const coordinator = await signedIn(academy, 'coordinator');
    await coordinator.submit(`/enrolments/${id}/withdrawal`, { reason: '生病' }, `/enrolments/${id}/withdrawal`);
    expect((await enrolmentOf(trainee)).state).toBe('withdrawn');
  });

  test('freed in a cohort that has begun is no seat left in the catalogue while somebody waits', async () => {
    const cohort = await aCohort(academy, { capacity: 1 });
    const [seated, waiting] = (await someTrainees(academy, 2)) as [BuiltTrainee, BuiltTrainee];
    for (const trainee of [seated, waiting]) await enrol(trainee, cohort);
    const plan = { ...cohort.plan, windowClosesAt: instantOf(cohort.day, '16:00') };
    done(await academy.app.get(ChangeCohort).execute(await person(academy, 'coordinator'), cohort.id, plan));
    academy.clock.moveTo(instantOf(cohort.day, '10:00'));
    const { id } = await enrolmentOf(seated);
    await (await signedIn(academy, 'coordinator')).submit(`/enrolments/${id}/withdrawal`);
    expect((await enrolmentOf(waiting)).state).toBe('waitlisted');
    const catalogue = `/courses?q=${cohort.courseCode}`;
    expect(wordsOf((await academy.client().get(catalogue)).text)).toContain('已满员，可候补');
    expect((await academy.client().get(`${catalogue}&seats=1`)).text).not.toContain(`/courses/${cohort.courseCode}"`);
    expect(wordsOf((await academy.client().get(`/cohorts/${cohort.code}`)).text)).toContain('已满员，1 人候补');
  });

  test('has no waitlist once the cohort is completed', async () => {
    const cohort = await aCohort(academy, { capacity: 1 });
    const [seated, waiting] = (await someTrainees(academy, 2)) as [BuiltTrainee, BuiltTrainee];
    for (const trainee of [seated, waiting]) await enrol(trainee, cohort);
    await academy.write(async (tx) => {
      expect(await closeWaitlist(tx, cohort.id)).toBe(1);
      await tx.audit('cohort.completed', { type: 'cohort', id: cohort.id, label: cohort.code });
    });
    expect((await enrolmentOf(waiting)).state).toBe('withdrawn');
    expect((await enrolmentOf(seated)).state).toBe('confirmed');
  });
});
