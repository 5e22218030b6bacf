import sql from 'sql-template-tag';
import { PlanCohort, PublishCohort } from '../../../src/cohorts/index.js';
import { AcceptOffer, TransferEnrolment } from '../../../src/enrolment/index.js';
import { isRefused, ReadDatabase } from '../../../src/platform/index.js';
import { PlaceSession } from '../../../src/scheduling/index.js';
import { aCohort, aSlot, type BuiltCohort, done } from '../../builders/cohorts.js';
import { type BuiltTrainee, someTrainees } from '../../builders/trainees.js';
import { TestAcademy } from '../../support/app.js';
import { person, signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';

describe('a trainee who waits for a seat and has since enrolled in another cohort on the same day', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  const enrol = async (trainee: BuiltTrainee, { code }: { readonly code: string }): Promise<string> => {
    const browser = await signedIn(academy, trainee);
    return wordsOf((await browser.submit(`/cohorts/${code}/enrolments`, {}, `/cohorts/${code}`)).text);
  };
  const enrolmentIn = async (trainee: BuiltTrainee, cohort: { readonly id: string }) =>
    (await academy.app.get(ReadDatabase).first<{ id: string; state: string }>(sql`
      SELECT id AS "id", state AS "state" FROM enrolment WHERE trainee_id = ${trainee.traineeId} AND cohort_id = ${cohort.id}`))!;
  const withdraw = async (trainee: BuiltTrainee, cohort: BuiltCohort): Promise<void> => {
    const path = `/enrolments/${(await enrolmentIn(trainee, cohort)).id}/withdrawal`;
    await (await signedIn(academy, trainee)).submit(path, { reason: '' }, path);
  };

  /** `waiting` is on the waitlist of `full` and has a seat in `other`, which is taught at the same time. */
  async function waitingAndSeated() {
    const [full, other] = [await aCohort(academy, { capacity: 1 }), await aCohort(academy, { capacity: 5 })];
    const [seated, waiting] = (await someTrainees(academy, 2)) as [BuiltTrainee, BuiltTrainee];
    await enrol(seated, full);
    expect(await enrol(waiting, full)).toContain('候补第 1 位');
    expect(await enrol(waiting, other)).toContain('名额已为你确认');
    return { full, other, seated, waiting };
  }

  it('cannot accept the offer before leaving the other cohort', async () => {
    const { full, other, seated, waiting } = await waitingAndSeated();
    await withdraw(seated, full);
    const { id, state } = await enrolmentIn(waiting, full);
    expect(state).toBe('offered');
    const browser = await signedIn(academy, waiting);
    const page = await browser.get(`/enrolments/${id}`);
    expect(wordsOf(page.text)).toContain(`请先退出 ${other.code}`);
    expect(page.text).not.toContain(`action="/enrolments/${id}/acceptance"`);
    const answer = await browser.post(`/enrolments/${id}/acceptance`, {}, `/enrolments/${id}`);
    expect(answer.status).toBe(422);
    expect(wordsOf(answer.text)).toContain(`请先退出 ${other.code}`);
    expect((await enrolmentIn(waiting, full)).state).toBe('offered');
    await withdraw(waiting, other);
    await browser.submit(`/enrolments/${id}/acceptance`, {}, `/enrolments/${id}`);
    expect((await enrolmentIn(waiting, full)).state).toBe('confirmed');
  });

  it('is not admitted by a coordinator either', async () => {
    const { full, other, seated, waiting } = await waitingAndSeated();
    await withdraw(seated, full);
    const roster = `/office/cohorts/${full.code}/roster`;
    const coordinator = await signedIn(academy, 'coordinator');
    const answer = await coordinator.submit(
      `/office/enrolments/${(await enrolmentIn(waiting, full)).id}/admission`,
      {},
      roster,
    );
    expect(wordsOf(answer.text)).toContain(`请先退出 ${other.code}`);
    expect((await enrolmentIn(waiting, full)).state).toBe('offered');
  });

  it('gets one of two seats that they accept at the same time', async () => {
    const [one, other] = [await aCohort(academy, { capacity: 1 }), await aCohort(academy, { capacity: 1 })];
    const [seated, waiting] = (await someTrainees(academy, 2)) as [BuiltTrainee, BuiltTrainee];
    await enrol(seated, one);
    for (const cohort of [one, other]) await enrol(waiting, cohort);
    const [third] = (await someTrainees(academy, 1)) as [BuiltTrainee];
    await withdraw(waiting, other);
    await enrol(third, other);
    await enrol(waiting, other);
    for (const [trainee, cohort] of [[seated, one] as const, [third, other] as const]) await withdraw(trainee, cohort);
    const offers = await academy.app.get(ReadDatabase).query<{ id: string }>(sql`
      SELECT id AS "id" FROM enrolment WHERE trainee_id = ${waiting.traineeId} AND state = 'offered'`);
    expect(offers).toHaveLength(2);
    const actor = await person(academy, 'coordinator');
    const outcomes = await Promise.all(offers.map(({ id }) => academy.app.get(AcceptOffer).execute(actor, id)));
    expect(outcomes.filter((outcome) => !isRefused(outcome))).toHaveLength(1);
  });

  it('can be transferred to a cohort that is taught at the same time as the one they leave', async () => {
    const from = await aCohort(academy, { capacity: 5 });
    const coordinator = await person(academy, 'coordinator');
    const to = done(
      await academy.app
        .get(PlanCohort)
        .execute(coordinator, { ...from.plan, code: `${from.code}-2`, delivery: 'online' }),
    );
    const slot = aSlot(from.day, ['09:00', '17:00']);
    done(await academy.app.get(PlaceSession).execute(coordinator, { cohortCode: to.code, slot }));
    done(await academy.app.get(PublishCohort).execute(coordinator, to.id));
    const [trainee] = (await someTrainees(academy, 1)) as [BuiltTrainee];
    await enrol(trainee, from);
    const { id } = await enrolmentIn(trainee, from);
    done(await academy.app.get(TransferEnrolment).execute(coordinator, id, to.code));
    expect((await enrolmentIn(trainee, from)).state).toBe('withdrawn');
    expect((await enrolmentIn(trainee, to)).state).toBe('confirmed');
  });
});
