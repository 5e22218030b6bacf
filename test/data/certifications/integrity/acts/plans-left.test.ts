import sql from 'sql-template-tag';
import { BeginIssuance } from '../../../../../src/certifications/index.js';
import { RegisterBinding } from '../../../../../src/certifications/binding/index.js';
import { AbandonIssuance } from '../../../../../src/certifications/issuing/actions/abandon-issuance.js';
import { TakeIssuanceStep } from '../../../../../src/certifications/issuing/actions/take-issuance-step.js';
import { VoidBrokenOff } from '../../../../../src/certifications/issuing/actions/void-broken-off.js';
import { ResumeBatch } from '../../../../../src/certifications/lifecycle/actions/resume-batch.js';
import { RevokeCertificate } from '../../../../../src/certifications/lifecycle/actions/revoke-certificate.js';
import { Jobs, ReadDatabase, Ticker } from '../../../../../src/platform/index.js';
import { type Graduates, graduates } from '../../../../http/certifications/graduates.js';
import { TEST_START, TestAcademy } from '../../../../support/app.js';
import { DATABASE } from '../../../../support/database.js';
import { person, type Person, signedIn } from '../../../../support/people.js';
import { wordsOf } from '../../../../support/web-client.js';
import { batchSteps } from './batch-steps.js';

const AN_HOUR = 3600_000;

describe(`issues and bulk acts whose job or items somebody has written into, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let administrator: Person;
  const { certificatesOf, all, write, findings, states, reasonsOf, alarms, certified, begun } = batchSteps(
    () => academy,
  );
  const watch = (): Promise<unknown> => academy.app.get(Ticker).runNow('plans under way');
  const left = async (): Promise<readonly string[] | null> =>
    academy.app.get(RegisterBinding).plansUnderWay(academy.app.get(ReadDatabase).query);
  const jobOf = async (subjectId: string): Promise<string> =>
    (await all<{ state: string }>(sql`SELECT state AS "state" FROM job WHERE subject_id = ${subjectId}`))[0]!.state;
  /** The job and the items of a batch say that all is done. */
  const calledDone = async (batch: string): Promise<void> => {
    await write(`UPDATE job SET state = 'done', done = total WHERE subject_id = '${batch}'`);
    await write(`UPDATE certificate_batch_item SET state = 'done' WHERE batch_id = '${batch}'`);
  };
  const waiting = (table: string, of: string, id: string): Promise<unknown> =>
    write(`UPDATE ${table} SET state = 'waiting' WHERE ${of} = '${id}'`);
  const issuing = async (...names: string[]): Promise<{ scenario: Graduates; id: string }> => {
    const scenario = await graduates(academy, { names: names.map((name) => ({ name })) });
    await academy.app.get(BeginIssuance).execute(administrator, scenario.cohort.code);
    const [issuance] = await all<{ id: string }>(
      sql`SELECT id AS "id" FROM issuance WHERE cohort_id = ${scenario.cohort.id}`,
    );
    return { scenario, id: issuance!.id };
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

  it('shows none of a batch as done that is not, raises an alarm, names it, and does the rest only when resumed', async () => {
    const rows = await certified(['甲一', '乙一']);
    const batch = await begun(administrator, rows);
    await calledDone(batch);
    const page = wordsOf(
      (await (await signedIn(academy, 'coordinator')).get(`/office/certificates/batches/${batch}`)).text,
    );
    expect(page).toContain('已吊销 0 份');
    expect(page).toContain('无法核实');
    expect(page).not.toContain('已完成 2 项');
    await watch();
    expect([await jobOf(batch), await alarms('certificateBatch')]).toEqual(['stopped', 1]);
    const found = await findings();
    for (const { number } of rows) expect(found).toContain(number);
    await waiting('certificate_batch_item', 'batch_id', batch);
    await academy.app.get(Jobs).finish();
    expect(await states(rows.map(({ id }) => id))).toEqual(['valid', 'valid']);
    await academy.app.get(ResumeBatch).execute(administrator, batch);
    await academy.app.get(Jobs).finish();
    expect(await states(rows.map(({ id }) => id))).toEqual(['revoked', 'revoked']);
    expect([await findings(), await left()]).toEqual(['', []]);
  });

  it('does nothing of a batch whose job somebody has called done and sets to running later', async () => {
    const rows = await certified(['甲二', '乙二']);
    const batch = await begun(administrator, rows);
    await write(`UPDATE job SET state = 'done' WHERE subject_id = '${batch}'`);
    expect(await findings()).toContain(`The issue or batch under way ${batch}: its job or its items`);
    await watch();
    await write(`UPDATE job SET state = 'running' WHERE subject_id = '${batch}'`);
    await academy.app.get(Jobs).finish();
    expect(await states(rows.map(({ id }) => id))).toEqual(['valid', 'valid']);
    expect(await reasonsOf(batch)).toEqual(['batchAltered', 'batchAltered']);
    expect(await alarms('certificateBatch')).toBe(1);
  });

  it('leaves alone what is whole, running or stopped', async () => {
    const batch = await begun(administrator, await certified(['甲三']));
    await watch();
    expect([await jobOf(batch), await alarms('certificateBatch'), await findings()]).toEqual(['running', 0, '']);
    await academy.app.get(Jobs).finish();
  });

  it('does not finish a batch of whose last step somebody has settled an item', async () => {
    const rows = await certified(['甲四', '乙四']);
    const batch = await begun(administrator, rows);
    const revoke = academy.app.get(RevokeCertificate);
    const { execute } = revoke;
    revoke.execute = async (...input) => {
      revoke.execute = execute;
      await write(`UPDATE certificate_batch_item SET state = 'done' WHERE batch_id = '${batch}' AND place = 1`);
      return execute.apply(revoke, input);
    };
    await academy.app.get(Jobs).finish();
    revoke.execute = execute;
    expect(await states(rows.map(({ id }) => id))).toEqual(['revoked', 'valid']);
    expect([await jobOf(batch), await alarms('certificateBatch')]).toEqual(['stopped', 1]);
    await write(`UPDATE certificate_batch_item SET state = 'waiting' WHERE batch_id = '${batch}' AND place = 1`);
    await academy.app.get(ResumeBatch).execute(administrator, batch);
    await academy.app.get(Jobs).finish();
    expect([await jobOf(batch), await findings()]).toEqual(['done', '']);
  });

  it('does not call an issue finished whose items somebody has settled, and keeps their numbers', async () => {
    const { scenario, id } = await issuing('甲五', '乙五');
    await write(`UPDATE issuance_item SET state = 'issued' WHERE issuance_id = '${id}'`);
    await expect(academy.app.get(TakeIssuanceStep).execute(null, id)).rejects.toThrow('settled by something else');
    expect([await jobOf(id), await alarms('issuance')]).toEqual(['stopped', 1]);
    const page = wordsOf((await (await signedIn(academy, 'coordinator')).get(`/office/issuances/${id}`)).text);
    expect(page).toContain('无法核实');
    academy.clock.moveTo(TEST_START + 2 * AN_HOUR);
    expect(await academy.app.get(VoidBrokenOff).execute()).toBe(0);
    await waiting('issuance_item', 'issuance_id', id);
    await write(`UPDATE job SET state = 'running' WHERE subject_id = '${id}'`);
    await academy.app.get(Jobs).finish();
    expect(await certificatesOf(scenario)).toEqual([]);
  });

  it('ends an abandoned issue as a whole, whatever its rows say then or later', async () => {
    const { scenario, id } = await issuing('甲六', '乙六', '丙六');
    const bindings = await all<{ kind: string; id: string; mac: string }>(sql`
      SELECT kind AS "kind", id AS "id", mac AS "mac" FROM record_binding
      WHERE id = ${id} OR id IN (SELECT CAST(id AS text) FROM issuance_item WHERE issuance_id = ${id})`);
    const [one] = await all<{ id: string }>(
      sql`SELECT id AS "id" FROM issuance_item WHERE issuance_id = ${id} AND position = 2`,
    );
    await write(`UPDATE job SET state = 'failed' WHERE subject_id = '${id}'`);
    await write(`UPDATE issuance_item SET state = 'void' WHERE issuance_id = '${id}' AND id <> '${one!.id}'`);
    await write(`DELETE FROM record_binding WHERE id = '${one!.id}'`);
    expect(await academy.app.get(AbandonIssuance).execute(administrator, id)).toBe(true);
    expect([await left(), await alarms('issuance')]).toEqual([[], 1]);
    expect(
      await all(sql`SELECT d.state AS "state", d.reason AS "reason" FROM drawn_number d
        JOIN issuance_item i ON i.number = d.number WHERE i.issuance_id = ${id}`),
    ).toEqual(Array.from({ length: 3 }, () => ({ state: 'void', reason: 'abandoned' })));
    for (const { kind, id: of, mac } of bindings)
      await write(`INSERT INTO record_binding (kind, id, mac) VALUES ('${kind}', '${of}', '${mac}')`);
    await waiting('issuance_item', 'issuance_id', id);
    await write(`UPDATE job SET state = 'running' WHERE subject_id = '${id}'`);
    await academy.app.get(Jobs).finish();
    expect(await certificatesOf(scenario)).toEqual([]);
    await write(`DELETE FROM record_binding WHERE id = '${id}'`);
  });

  it('ends a batch although what binds an item was taken away between its check and its settling', async () => {
    const rows = await certified(['甲七', '乙七']);
    const batch = await begun(administrator, rows);
    const binding = academy.app.get(RegisterBinding);
    const { planSettled } = binding;
    binding.planSettled = async (tx, settling) => {
      binding.planSettled = planSettled;
      for (const id of settling.settled) await write(`DELETE FROM record_binding WHERE id = '${id}'`);
      return planSettled.call(binding, tx, settling);
    };
    await academy.app.get(Jobs).finish();
    binding.planSettled = planSettled;
    expect(await states(rows.map(({ id }) => id))).toEqual(['revoked', 'revoked']);
    expect([await jobOf(batch), await alarms('certificateBatch'), await left()]).toEqual(['done', 0, []]);
  });
});
