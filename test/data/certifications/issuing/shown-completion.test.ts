import sql from 'sql-template-tag';
import { BeginIssuance, verifyKeysFrom, verifyLog } from '../../../../src/certifications/index.js';
import { isRefused, Jobs, Keys, ReadDatabase } from '../../../../src/platform/index.js';
import { certificateSteps, seenIn } from '../../../http/certifications/certificate-steps.js';
import { bindOutcomes } from '../../../http/certifications/graduates.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers } from '../../../support/behind-the-back.js';
import { DATABASE } from '../../../support/database.js';
import { person, signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { aCompletedCohort, aTaughtCohort, type CompletedCohort } from './completed-cohort.js';

const OF_COHORT = 'WHERE cohort_id = ';

describe(`completions in a database that somebody writes into, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  const { certificatesOf } = certificateSteps(() => academy);
  const completion = ({ cohort }: CompletedCohort): string => `/office/cohorts/${cohort.code}/completion`;
  const write = async (text: string): Promise<void> => {
    const giveBack = await disableTriggers(academy, ['result', 'attendance_mark', 'assessment', 'enrolment']);
    await academy.connections.write.query(text);
    await giveBack();
  };
  const states = ({ cohort }: CompletedCohort): Promise<{ state: string }[]> =>
    academy.app
      .get(ReadDatabase)
      .query(sql`SELECT DISTINCT state AS "state" FROM enrolment WHERE cohort_id = ${cohort.id} ORDER BY state`);
  const faults = async (withKey = true): Promise<string> => {
    const keys = withKey ? verifyKeysFrom(academy.app.get(Keys)) : null;
    return (await verifyLog(academy.app.get(ReadDatabase), [], keys)).faults.join('\n');
  };
  const issue = async ({ cohort }: CompletedCohort) =>
    academy.app.get(BeginIssuance).execute(await person(academy, 'coordinator'), cohort.code);

  beforeAll(async () => {
    academy = await TestAcademy.open();
  }, 60_000);
  afterAll(async () => {
    academy.takeErrors();
    await academy.close();
  });

  it.each([
    ['a pass score', `UPDATE assessment SET pass_score = 0 ${OF_COHORT}`, ''],
    ['a score', `UPDATE result SET score = 99 WHERE assessment_id IN (SELECT id FROM assessment ${OF_COHORT}`, ')'],
    [
      'a mark',
      `UPDATE attendance_mark SET mark = 'absent' WHERE session_id IN (SELECT id FROM session ${OF_COHORT}`,
      ')',
    ],
  ])('record only what the page has shown, where somebody alters %s meanwhile', async (_, before, after) => {
    const taught = await aTaughtCohort(academy, { 李雷: 41, 王芳: 88 });
    const office = await signedIn(academy, 'coordinator');
    const seen = seenIn((await office.get(completion(taught))).text);
    await write(`${before}'${taught.cohort.id}'${after}`);
    const answer = await office.post(completion(taught), { seen });
    expect([answer.status, wordsOf(answer.text)]).toEqual([422, expect.stringContaining('所以没有办理结业') as string]);
    expect((await office.post(completion(taught))).status).toBe(422);
    expect(await states(taught)).toEqual([{ state: 'confirmed' }]);
    expect((await office.post(completion(taught), { seen: seenIn(answer.text) })).status).toBe(303);
  });

  it('are altered by another pass score', async () => {
    const completed = await aCompletedCohort(academy, { 赵六: 70 });
    const set = (score: number): Promise<void> =>
      write(`UPDATE assessment SET pass_score = ${score} ${OF_COHORT}'${completed.cohort.id}'`);
    await set(50);
    const answer = await issue(completed);
    expect(isRefused(answer) && answer.reasons[0]!.code).toBe('nobodyToCertify');
    expect(await faults()).toContain(`Outcome of 赵六 in cohort ${completed.cohort.code}`);
    await set(60);
    expect(await faults()).toBe('');
  });

  it('are no ground for a certificate where they contradict what was reached, whatever binds them', async () => {
    const completed = await aCompletedCohort(academy, { 韩梅: 41 });
    const { id } = completed.cohort;
    const record = async (state: string): Promise<void> => {
      await write(`UPDATE enrolment SET state = '${state}' ${OF_COHORT}'${id}'`);
      await academy.write(async (tx) => {
        await bindOutcomes(academy, tx, id);
        tx.withoutAudit('a test');
      });
    };
    await record('completed');
    const answer = await issue(completed);
    expect(isRefused(answer) && answer.reasons[0]!.code).toBe('nobodyToCertify');
    expect(await faults()).toContain(`Outcome of 韩梅 in cohort ${completed.cohort.code}`);
    await record('notCompleted');
    expect(await faults()).toBe('');
  });

  it('are compared with the results of whoever has a certificate, also without the master key', async () => {
    const completed = await aCompletedCohort(academy, { 周一: 75 });
    expect(isRefused(await issue(completed))).toBe(false);
    await academy.app.get(Jobs).finish();
    const [certificate] = await certificatesOf({ ...completed, trainees: [] });
    await write(`UPDATE assessment SET pass_score = 80 ${OF_COHORT}'${completed.cohort.id}'`);
    expect(await faults(false)).toContain(`Certificate ${certificate!.number}: the enrolment that it was issued for`);
    await write(`UPDATE assessment SET pass_score = 60 ${OF_COHORT}'${completed.cohort.id}'`);
    expect(await faults(false)).toBe('');
  });
});
