import sql from 'sql-template-tag';
import { EnrolTrainees } from '../../../src/enrolment/index.js';
import { ReadDatabase } from '../../../src/platform/index.js';
import { aCohort, type BuiltCohort } from '../../builders/cohorts.js';
import { type BuiltTrainee, someTrainees } from '../../builders/trainees.js';
import { TestAcademy } from '../../support/app.js';
import { DATABASE } from '../../support/database.js';
import { person, signedIn } from '../../support/people.js';

describe(`rosters that are pasted while others enrol and leave (${DATABASE})`, () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  const importInto = async ({ code }: BuiltCohort, people: readonly BuiltTrainee[]): Promise<() => Promise<number>> => {
    const browser = await signedIn(academy, 'coordinator');
    const address = `/office/cohorts/${code}/roster/import`;
    await browser.get(address);
    const traineeId = people.map((one) => one.traineeId);
    return async () => (await browser.post(`${address}/confirmation`, { traineeId })).status;
  };
  const addition = async ({ code }: BuiltCohort, { traineeId }: BuiltTrainee): Promise<() => Promise<number>> => {
    const browser = await signedIn(academy, 'coordinator');
    await browser.get(`/office/cohorts/${code}/roster`);
    return async () => (await browser.post(`/office/cohorts/${code}/roster`, { traineeId })).status;
  };
  const enrolmentBySelf = async ({ code }: BuiltCohort, trainee: BuiltTrainee): Promise<() => Promise<number>> => {
    const browser = await signedIn(academy, trainee);
    await browser.get(`/cohorts/${code}`);
    return async () => (await browser.post(`/cohorts/${code}/enrolments`)).status;
  };
  const withdrawal = async (trainee: BuiltTrainee, enrolmentId: string): Promise<() => Promise<number>> => {
    const browser = await signedIn(academy, trainee);
    await browser.get(`/enrolments/${enrolmentId}/withdrawal`);
    return async () => (await browser.post(`/enrolments/${enrolmentId}/withdrawal`)).status;
  };
  const rows = ({
    id,
  }: BuiltCohort): Promise<{ id: string; traineeId: string; state: string; seat: number | null }[]> =>
    academy.app.get(ReadDatabase).query(sql`
      SELECT id AS "id", trainee_id AS "traineeId", state AS "state", seat_number AS "seat"
      FROM enrolment WHERE cohort_id = ${id} ORDER BY ticket`);
  const atOnce = (acts: readonly (() => Promise<number>)[]): Promise<number[]> => Promise.all(acts.map((act) => act()));

  test('two with the same people in opposite order both enrol everybody', async () => {
    const [one, other] = [
      await aCohort(academy, { capacity: 60, on: '2026-03-16' }),
      await aCohort(academy, { capacity: 60, on: '2026-03-17' }),
    ];
    const people = await someTrainees(academy, 60);
    const acts = [await importInto(one, people), await importInto(other, [...people].reverse())];
    expect(await atOnce(acts)).toEqual([303, 303]);
    const order = people.map(({ traineeId }) => traineeId);
    expect((await rows(one)).map(({ traineeId }) => traineeId)).toEqual(order);
    expect((await rows(other)).map(({ traineeId }) => traineeId)).toEqual(order.reverse());
  }, 120_000);

  test('no request fails, no seat is given twice, and everybody has the answer that the roster shows', async () => {
    const cohort = await aCohort(academy, { capacity: 40 });
    const people = await someTrainees(academy, 60);
    const [enrolled, joining, alone] = [people.slice(0, 20), people.slice(30, 36), people.slice(50, 54)];
    const coordinator = await person(academy, 'coordinator');
    const ids = enrolled.map(({ traineeId }) => traineeId);
    await academy.app.get(EnrolTrainees).execute(coordinator, cohort.code, ids);
    const before = new Map((await rows(cohort)).map(({ traineeId, id }) => [traineeId, id]));
    const leaving = enrolled.slice(4, 10);
    const [roster, ...others] = [
      await importInto(cohort, [...people].reverse()),
      ...(await Promise.all(leaving.map((one) => withdrawal(one, before.get(one.traineeId) ?? '')))),
      ...(await Promise.all(joining.map((one) => addition(cohort, one)))),
      ...(await Promise.all(alone.map((one) => enrolmentBySelf(cohort, one)))),
    ];
    const answers = await atOnce([roster, ...others]);
    expect(answers[0]).toBe(303);
    expect(answers.slice(1, 1 + leaving.length)).toEqual(leaving.map(() => 303));
    // Whoever the roster enrolled first is told so: 422.
    expect(answers.filter((status) => status !== 303 && status !== 422)).toEqual([]);
    const after = await rows(cohort);
    const seats = after.flatMap(({ seat }) => (seat === null ? [] : [seat]));
    expect(new Set(seats).size).toBe(seats.length);
    const live = after.filter(({ state }) => state !== 'withdrawn').map(({ traineeId }) => traineeId);
    expect(new Set(live).size).toBe(live.length);
    const gone = new Set(leaving.map(({ traineeId }) => traineeId));
    const staying = people.map(({ traineeId }) => traineeId).filter((id) => !gone.has(id));
    expect(staying.filter((id) => !live.includes(id))).toEqual([]);
  }, 120_000);
});
