import { setTimeout as wait } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { RegisterBinding } from '../../../../../src/certifications/binding/index.js';
import { BeginIssuance, RevokeCertificate } from '../../../../../src/certifications/index.js';
import { AbandonIssuance } from '../../../../../src/certifications/issuing/actions/abandon-issuance.js';
import { CheckIssuancePlan } from '../../../../../src/certifications/issuing/actions/check-issuance-plan.js';
import { TakeIssuanceStep } from '../../../../../src/certifications/issuing/actions/take-issuance-step.js';
import { CheckBatchItem } from '../../../../../src/certifications/lifecycle/actions/check-batch-item.js';
import { ResumeBatch } from '../../../../../src/certifications/lifecycle/actions/resume-batch.js';
import { StopBatch } from '../../../../../src/certifications/lifecycle/actions/stop-batch.js';
import { TakeBatchStep } from '../../../../../src/certifications/lifecycle/actions/take-batch-step.js';
import { LogHasBeenChanged } from '../../../../../src/certifications/log/index.js';
import { Jobs, type Transaction } from '../../../../../src/platform/index.js';
import { type Graduates, graduates } from '../../../../http/certifications/graduates.js';
import { TEST_START, TestAcademy } from '../../../../support/app.js';
import { DATABASE } from '../../../../support/database.js';
import { person, type Person } from '../../../../support/people.js';
import { batchSteps } from './batch-steps.js';

const isPostgres = DATABASE === 'PostgreSQL';

type Plan = { readonly kind: 'issuance' | 'certificateBatch'; readonly id: string };
type Between = (binding: RegisterBinding, tx: Transaction, plan: Plan) => Promise<unknown>;

const ENDED: Between = (binding, tx, plan) => binding.planEnded(tx, { ...plan, items: [] });
const STOPPED: Between = (binding, tx, { kind, id }) =>
  binding.planDecided(tx, { kind, head: { id, cells: [] }, isStopped: true });

describe(`a step whose plan somebody ends or stops before it settles its items, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let administrator: Person;
  const { certificatesOf, all, write, findings, states, alarms, certified, begun } = batchSteps(() => academy);
  const issuing = async (...names: string[]): Promise<{ scenario: Graduates; id: string }> => {
    const scenario = await graduates(academy, { names: names.map((name) => ({ name })) });
    await academy.app.get(BeginIssuance).execute(administrator, scenario.cohort.code);
    const [issuance] = await all<{ id: string }>(
      sql`SELECT id AS "id" FROM issuance WHERE cohort_id = ${scenario.cohort.id}`,
    );
    return { scenario, id: issuance!.id };
  };
  /** Happens once the next step has checked its items and done them, before they are settled. */
  const before = (happens: Between): void => {
    const binding = academy.app.get(RegisterBinding);
    const { planSettled } = binding;
    binding.planSettled = async (tx, settling) => {
      binding.planSettled = planSettled;
      await happens(binding, tx, settling);
      return planSettled.call(binding, tx, settling);
    };
  };
  const stepOf = async (batch: string): Promise<unknown> => {
    const [row] = await all<{ job: string }>(sql`SELECT job_id AS "job" FROM certificate_batch WHERE id = ${batch}`);
    const underWay = { id: row!.job, subjectId: batch, actor: administrator, signal: new AbortController().signal };
    return academy.app.get(TakeBatchStep).execute(underWay);
  };

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

  it.each([
    ['ended', ENDED],
    ['stopped', STOPPED],
  ])('issues nothing of an issue that was %s', async (how, happens) => {
    const { scenario, id } = await issuing(`甲${how}`, `乙${how}`);
    before(happens);
    await expect(academy.app.get(TakeIssuanceStep).execute(null, id)).rejects.toThrow(LogHasBeenChanged);
    expect(await certificatesOf(scenario)).toEqual([]);
    await academy.app.get(Jobs).finish();
    expect([(await certificatesOf(scenario)).length, await findings()]).toEqual([2, '']);
  });

  it.each([
    ['ended', ENDED],
    ['stopped', STOPPED],
  ])('revokes nothing of a bulk act that was %s', async (how, happens) => {
    const rows = await certified([`丙${how}`]);
    const batch = await begun(administrator, rows);
    before(happens);
    await expect(stepOf(batch)).rejects.toThrow(LogHasBeenChanged);
    expect(await states(rows.map(({ id }) => id))).toEqual(['valid']);
    await academy.app.get(Jobs).finish();
    expect([await states(rows.map(({ id }) => id)), await findings()]).toEqual([['revoked'], '']);
  });

  it('lets an item of a bulk act wait whose act was refused while a person stopped it', async () => {
    const [row] = await certified(['丁一']);
    const batch = await begun(administrator, [row!]);
    const revoke = academy.app.get(RevokeCertificate);
    await revoke.execute(administrator, row!.id, { reasonClass: 'other', reason: '误发' });
    const check = academy.app.get(CheckBatchItem);
    const [{ execute }, { planned }] = [revoke, check];
    revoke.execute = (...input) => {
      revoke.execute = execute;
      check.planned = async (...asked) => {
        check.planned = planned;
        await academy.app.get(StopBatch).execute(administrator, batch);
        return planned.apply(check, asked);
      };
      return execute.apply(revoke, input);
    };
    await stepOf(batch);
    const itemStates = (): Promise<{ state: string }[]> =>
      all(sql`SELECT state AS "state" FROM certificate_batch_item WHERE batch_id = ${batch}`);
    expect(await itemStates()).toEqual([{ state: 'waiting' }]);
    await academy.app.get(ResumeBatch).execute(administrator, batch);
    await academy.app.get(Jobs).finish();
    expect(await itemStates()).toEqual([{ state: 'refused' }]);
    expect([await alarms('certificateBatch'), await findings()]).toEqual([0, '']);
  });

  if (isPostgres)
    it('lets an abandonment wait for a step under way, whatever cohort the issue is made to name', async () => {
      const { scenario, id } = await issuing('甲三', '乙三');
      const other = await issuing('丙三');
      let release = (): void => undefined;
      const released = new Promise<void>((resolve) => (release = resolve));
      const check = academy.app.get(CheckIssuancePlan);
      const { asPlanned } = check;
      // The second time, the step has its locks.
      let times = 0;
      const reached = new Promise<void>((resolve) => {
        check.asPlanned = async (...asked) => {
          const planned = await asPlanned.apply(check, asked);
          times += 1;
          if (times < 2) return planned;
          check.asPlanned = asPlanned;
          resolve();
          await released;
          return planned;
        };
      });
      const step = academy.app.get(TakeIssuanceStep).execute(null, id);
      await reached;
      const named = write(`UPDATE issuance SET cohort_id = '${other.scenario.cohort.id}' WHERE id = '${id}'`);
      await Promise.race([named, wait(300)]);
      const abandonment = academy.app.get(AbandonIssuance).execute(administrator, id);
      const first = await Promise.race([abandonment.then(() => 'abandonment'), wait(700, 'neither')]);
      release();
      expect([first, (await step).finished]).toEqual(['neither', true]);
      expect((await certificatesOf(scenario)).length).toBe(2);
      await expect(abandonment).resolves.toMatchObject({ reasons: [{ code: 'issuanceEnded' }] });
      await named;
      await write(`UPDATE issuance SET cohort_id = '${scenario.cohort.id}' WHERE id = '${id}'`);
      expect(await findings()).toBe('');
    });
});
