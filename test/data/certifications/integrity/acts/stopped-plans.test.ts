import sql from 'sql-template-tag';
import { BeginIssuance } from '../../../../../src/certifications/index.js';
import { LogHasBeenChanged } from '../../../../../src/certifications/log/index.js';
import { TakeIssuanceStep } from '../../../../../src/certifications/issuing/actions/take-issuance-step.js';
import { TakeBatchStep } from '../../../../../src/certifications/lifecycle/actions/take-batch-step.js';
import { ResumeIssuance } from '../../../../../src/certifications/issuing/actions/resume-issuance.js';
import { StopIssuance } from '../../../../../src/certifications/issuing/actions/stop-issuance.js';
import { ResumeBatch } from '../../../../../src/certifications/lifecycle/actions/resume-batch.js';
import { StopBatch } from '../../../../../src/certifications/lifecycle/actions/stop-batch.js';
import { Busy, isRefused, Jobs, Ticker } from '../../../../../src/platform/index.js';
import { graduates } from '../../../../http/certifications/graduates.js';
import { TEST_START, TestAcademy } from '../../../../support/app.js';
import { DATABASE } from '../../../../support/database.js';
import { person, type Person } from '../../../../support/people.js';
import { batchSteps } from './batch-steps.js';

describe(`bulk acts and issues that a person stops, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let administrator: Person;
  const { certificatesOf, all, write, findings, states, reasonsOf, alarms, certified, begun, job } = batchSteps(
    () => academy,
  );

  beforeAll(async () => {
    academy = await TestAcademy.open();
    administrator = await person(academy, 'administrator');
  }, 60_000);
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterEach(async () => {
    academy.takeErrors();
    await write('DELETE FROM register_alarm');
  });
  afterAll(() => academy.close());

  it('stay stopped where a person has stopped them, whatever job somebody writes, until a person resumes them', async () => {
    const rows = await certified(['甲四', '乙四']);
    const [stopped, flipped] = [await begun(administrator, [rows[0]!]), await begun(administrator, [rows[1]!])];
    for (const id of [stopped, flipped]) await academy.app.get(StopBatch).execute(administrator, id);
    await job(stopped, administrator);
    await write(`UPDATE job SET state = 'running' WHERE subject_id = '${flipped}'`);
    await academy.app.get(Jobs).finish();
    expect(await states(rows.map(({ id }) => id))).toEqual(['valid', 'valid']);
    expect(await reasonsOf(flipped)).toEqual(['batchAltered']);
    await academy.app.get(ResumeBatch).execute(administrator, stopped);
    await academy.app.get(Jobs).finish();
    expect(await states(rows.map(({ id }) => id))).toEqual(['revoked', 'valid']);
  });

  it('and issues stay stopped where the job’s row, or their items’, was altered while a person stopped them', async () => {
    const rows = await certified(['甲七', '乙七']);
    const [failed, settled] = [await begun(administrator, [rows[0]!]), await begun(administrator, [rows[1]!])];
    const scenario = await graduates(academy, { names: [{ name: '丙七' }] });
    await academy.app.get(BeginIssuance).execute(administrator, scenario.cohort.code);
    const [issuance] = await all<{ id: string }>(
      sql`SELECT id AS "id" FROM issuance WHERE cohort_id = ${scenario.cohort.id}`,
    );
    await write(`UPDATE job SET state = 'failed' WHERE state = 'running'`);
    await write(`UPDATE certificate_batch_item SET state = 'done' WHERE batch_id = '${settled}'`);
    await write(`UPDATE issuance_item SET state = 'refused' WHERE issuance_id = '${issuance!.id}'`);
    for (const id of [failed, settled]) await academy.app.get(StopBatch).execute(administrator, id);
    expect(isRefused(await academy.app.get(StopIssuance).execute(administrator, issuance!.id))).toBe(false);
    await write(`UPDATE certificate_batch_item SET state = 'waiting' WHERE batch_id = '${settled}'`);
    await write(`UPDATE issuance_item SET state = 'waiting' WHERE issuance_id = '${issuance!.id}'`);
    for (const state of ['failed', 'running']) {
      await write(
        `UPDATE job SET state = '${state}' WHERE subject_id IN ('${failed}', '${settled}', '${issuance!.id}')`,
      );
      await academy.app.get(Jobs).finish();
    }
    expect(await states(rows.map(({ id }) => id))).toEqual(['valid', 'valid']);
    expect(await certificatesOf(scenario)).toEqual([]);
  });

  it('and issues do nothing where a stopped job is started for the moment in which it is chosen', async () => {
    const rows = await certified(['甲九']);
    const batch = await begun(administrator, rows);
    const scenario = await graduates(academy, { names: [{ name: '乙九' }] });
    await academy.app.get(BeginIssuance).execute(administrator, scenario.cohort.code);
    const [issuance] = await all<{ id: string; job: string }>(
      sql`SELECT id AS "id", job_id AS "job" FROM issuance WHERE cohort_id = ${scenario.cohort.id}`,
    );
    await academy.app.get(StopBatch).execute(administrator, batch);
    await academy.app.get(StopIssuance).execute(administrator, issuance!.id);
    // By the time of the step both stand as stopped again.
    await expect(academy.app.get(TakeIssuanceStep).execute(null, issuance!.id)).rejects.toThrow(Busy);
    const [{ job } = { job: '' }] = await all<{ job: string }>(
      sql`SELECT job_id AS "job" FROM certificate_batch WHERE id = ${batch}`,
    );
    const underWay = { id: job, subjectId: batch, actor: administrator, signal: new AbortController().signal };
    await academy.app.get(TakeBatchStep).execute(underWay);
    expect([await states(rows.map(({ id }) => id)), await certificatesOf(scenario)]).toEqual([['valid'], []]);
    expect(await findings()).toBe('');
  });

  it('are not called done where their items were settled by somebody else', async () => {
    const rows = await certified(['甲十', '乙十']);
    const batch = await begun(administrator, rows);
    await write(`UPDATE certificate_batch_item SET state = 'done' WHERE batch_id = '${batch}'`);
    await academy.app.get(Jobs).finish();
    const [job] = await all<{ state: string }>(sql`SELECT state AS "state" FROM job WHERE subject_id = ${batch}`);
    expect([job!.state, await alarms('certificateBatch')]).toEqual(['stopped', 1]);
    await write(`UPDATE certificate_batch_item SET state = 'waiting' WHERE batch_id = '${batch}'`);
    await academy.app.get(ResumeBatch).execute(administrator, batch);
    await academy.app.get(Jobs).finish();
    expect(await states(rows.map(({ id }) => id))).toEqual(['revoked', 'revoked']);
    expect(await findings()).toBe('');
  });

  it('are stopped, and not resumed, where what binds them no longer fits', async () => {
    const rows = await certified(['甲八']);
    const batch = await begun(administrator, rows);
    const beginner = (name: string): Promise<unknown> =>
      write(`UPDATE certificate_batch SET created_by_name = '${name}' WHERE id = '${batch}'`);
    await beginner('秦泉');
    await academy.app.get(StopBatch).execute(administrator, batch);
    await expect(academy.app.get(ResumeBatch).execute(administrator, batch)).rejects.toThrow(LogHasBeenChanged);
    await beginner(administrator.name);
    await write(`UPDATE job SET state = 'running' WHERE subject_id = '${batch}'`);
    await academy.app.get(Jobs).finish();
    expect(await states(rows.map(({ id }) => id))).toEqual(['valid']);
    expect(await reasonsOf(batch)).toEqual(['batchAltered']);
  });

  it.each(['bulk act', 'issue'])('and so is %s whose binding of an earlier stop is put in first', async (kind) => {
    const rows = await certified([`甲${kind}`]);
    const scenario = await graduates(academy, { names: [{ name: `乙${kind}` }] });
    let id: string;
    if (kind === 'issue') {
      await academy.app.get(BeginIssuance).execute(administrator, scenario.cohort.code);
      [{ id } = { id: '' }] = await all<{ id: string }>(
        sql`SELECT id AS "id" FROM issuance WHERE cohort_id = ${scenario.cohort.id}`,
      );
    } else id = await begun(administrator, rows);
    const [stop, resume] = kind === 'issue' ? [StopIssuance, ResumeIssuance] : [StopBatch, ResumeBatch];
    const bindings = (): Promise<{ mac: string }[]> =>
      all(sql`SELECT mac AS "mac" FROM record_binding WHERE id = ${id}`);
    const putIn = async ([row]: readonly { mac: string }[]): Promise<unknown> =>
      write(`UPDATE record_binding SET mac = '${row!.mac}' WHERE id = '${id}'`);
    await academy.app.get(stop).execute(administrator, id);
    const whenStopped = await bindings();
    await academy.app.get(resume).execute(administrator, id);
    const whenRunning = await bindings();
    await putIn(whenStopped);
    await academy.app.get(stop).execute(administrator, id);
    await putIn(whenRunning);
    await write(`UPDATE job SET state = 'running' WHERE subject_id = '${id}'`);
    await academy.app.get(Jobs).finish();
    expect([await states(rows.map((row) => row.id)), await certificatesOf(scenario)]).toEqual([['valid'], []]);
  });

  it('are stopped although their row no longer names a job', async () => {
    const rows = await certified(['甲十二']);
    const batch = await begun(administrator, rows);
    const [{ job } = { job: '' }] = await all<{ job: string }>(
      sql`SELECT job_id AS "job" FROM certificate_batch WHERE id = ${batch}`,
    );
    await write(`UPDATE certificate_batch SET job_id = NULL WHERE id = '${batch}'`);
    await academy.app.get(StopBatch).execute(administrator, batch);
    await write(`UPDATE certificate_batch SET job_id = '${job}' WHERE id = '${batch}'`);
    await academy.app.get(Jobs).finish();
    expect(await states(rows.map(({ id }) => id))).toEqual(['valid']);
  });

  it('are held as stopped where their head was altered and is put back later', async () => {
    const rows = await certified(['甲十一']);
    const batch = await begun(administrator, rows);
    const reason = (text: string): Promise<unknown> =>
      write(`UPDATE certificate_batch SET reason = '${text}' WHERE id = '${batch}'`);
    await reason('别的原因');
    await academy.app.get(Ticker).runNow('plans under way');
    expect(await alarms('certificateBatch')).toBe(1);
    await reason('考试作弊');
    await write(`UPDATE job SET state = 'running' WHERE subject_id = '${batch}'`);
    await academy.app.get(Jobs).finish();
    expect(await states(rows.map(({ id }) => id))).toEqual(['valid']);
  });
});
