import sql from 'sql-template-tag';
import { ChangeRoles } from '../../../../../src/accounts/actions/change-roles.js';
import { SuspendAccount } from '../../../../../src/accounts/actions/suspend-account.js';
import { BeginBatch, BeginIssuance } from '../../../../../src/certifications/index.js';
import { StopIssuance } from '../../../../../src/certifications/issuing/actions/stop-issuance.js';
import { isRefused, Jobs, newId } from '../../../../../src/platform/index.js';
import { type Row } from '../../../../http/certifications/certificate-steps.js';
import { graduates } from '../../../../http/certifications/graduates.js';
import { TEST_START, TestAcademy } from '../../../../support/app.js';
import { DATABASE } from '../../../../support/database.js';
import { person, type Person, signedIn, someone } from '../../../../support/people.js';
import { wordsOf } from '../../../../support/web-client.js';
import { batchSteps } from './batch-steps.js';

const A_DAY = 24 * 3600_000;

describe(`batches in a database that somebody has written into, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let administrator: Person;
  const { certificatesOf, all, write, findings, states, reasonsOf, alarms, certified, begun, job } = batchSteps(
    () => academy,
  );
  const item = (batchId: string, certificateId: string, place: number): Promise<unknown> =>
    write(`INSERT INTO certificate_batch_item (id, batch_id, place, certificate_id, state)
      VALUES ('${newId()}', '${batchId}', ${place}, '${certificateId}', 'waiting')`);
  const forged = async (kind: 'renewal' | 'revocation', actor: unknown, row: Row): Promise<string> => {
    const id = newId();
    const reason = kind === 'revocation' ? `'other', '考试作弊'` : 'NULL, NULL';
    const jobId = await job(id, actor);
    await write(`INSERT INTO certificate_batch (id, kind, reason_class, reason, created_at, created_by_name, job_id)
      VALUES ('${id}', '${kind}', ${reason}, ${TEST_START}, '秦泉', '${jobId}')`);
    await item(id, row.id, 0);
    return id;
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
    ['nobody', () => ({ id: newId(), name: '秦泉', email: null, roles: ['administrator', 'coordinator'] })],
    ['an administrator', () => administrator],
    ['the system', () => ({ id: null, name: 'system', email: null, roles: ['system'] })],
  ])('neither revoke nor renew anything where rows were put in under the name of %s', async (_, actor) => {
    const rows = await certified(['甲一', '乙一']);
    academy.clock.moveTo(TEST_START + 340 * A_DAY);
    const batches = [await forged('renewal', actor(), rows[0]!), await forged('revocation', actor(), rows[1]!)];
    expect(await findings()).toContain(`The renewal under way of certificate ${rows[0]!.number}: its batch was put in`);
    expect(await findings()).toContain(`The revocation under way of certificate ${rows[1]!.number}: its batch`);
    await academy.app.get(Jobs).finish();
    expect(await states(rows.map(({ id }) => id))).toEqual(['valid', 'valid']);
    expect(await all(sql`SELECT id AS "id" FROM certificate WHERE supersedes_id = ${rows[0]!.id}`)).toEqual([]);
    expect([await reasonsOf(batches[0]!), await reasonsOf(batches[1]!)]).toEqual([['batchAltered'], ['batchAltered']]);
    expect(await alarms('certificateBatch')).toBe(2);
    const office = await signedIn(academy, 'coordinator');
    const page = wordsOf((await office.get(`/office/certificates/batches/${batches[1]!}`)).text);
    expect(page).toContain(`不是由本系统写入的，证书 ${rows[1]!.number} 没有办理`);
    expect((await office.get('/office/tasks')).text).toContain(`/office/certificates/batches/${batches[1]!}`);
  });

  it('do nothing of what was altered after somebody has chosen it, and all of what was not', async () => {
    const [first, second, third, fourth] = (await certified(['甲二', '乙二', '丙二', '丁二'])) as [Row, Row, Row, Row];
    const added = await begun(administrator, [first]);
    await item(added, third.id, 9);
    const reworded = await begun(administrator, [second]);
    await write(`UPDATE certificate_batch SET reason = '别的原因' WHERE id = '${reworded}'`);
    const renamed = await begun(administrator, [fourth]);
    await write(
      `UPDATE job SET actor = REPLACE(actor, '${administrator.name}', '秦泉') WHERE subject_id = '${renamed}'`,
    );
    await academy.app.get(Jobs).finish();
    expect(await states([first.id, second.id, third.id, fourth.id])).toEqual(['revoked', 'valid', 'valid', 'valid']);
    expect(await reasonsOf(added)).toEqual(['', 'batchAltered']);
    expect([await reasonsOf(reworded), await reasonsOf(renamed)]).toEqual([['batchAltered'], ['batchAltered']]);
    expect(await findings()).toBe('');
  });

  it('do nothing again that was refused and is put back with what bound it', async () => {
    const rows = await certified(['甲三']);
    const ids = rows.map(({ id }) => id);
    const batch = await academy.app.get(BeginBatch).execute(administrator, { kind: 'renewal', ids, revocation: null });
    if (isRefused(batch)) throw new Error(batch.reasons[0]!.code);
    const bindings = await all<{ kind: string; id: string; mac: string }>(
      sql`SELECT kind AS "kind", id AS "id", mac AS "mac" FROM record_binding
        WHERE id = ${batch.id} OR id IN (SELECT CAST(id AS text) FROM certificate_batch_item WHERE batch_id = ${batch.id})`,
    );
    expect(bindings).toHaveLength(2);
    await academy.app.get(Jobs).finish();
    expect(await reasonsOf(batch.id)).toEqual(['renewalTooEarly']);
    academy.clock.moveTo(TEST_START + 340 * A_DAY);
    for (const { kind, id, mac } of bindings)
      await write(`INSERT INTO record_binding (kind, id, mac) VALUES ('${kind}', '${id}', '${mac}')`);
    await write(`UPDATE certificate_batch_item SET state = 'waiting', refusals = NULL WHERE batch_id = '${batch.id}'`);
    await write(`UPDATE job SET state = 'running' WHERE subject_id = '${batch.id}'`);
    await academy.app.get(Jobs).finish();
    expect(await reasonsOf(batch.id)).toEqual(['batchAltered']);
    expect(await all(sql`SELECT id AS "id" FROM certificate WHERE supersedes_id = ${ids[0]!}`)).toEqual([]);
    for (const { id } of bindings) await write(`DELETE FROM record_binding WHERE id = '${id}'`);
  });

  it('and issues end where whoever began them is suspended or has lost the role', async () => {
    const rows = await certified(['甲五', '乙五']);
    const roles = ['administrator', 'coordinator'] as const;
    const demoted = await someone(academy, { name: '钱进', email: 'qian@academy.example', roles });
    const suspended = await someone(academy, { name: '孙立', email: 'sun@academy.example', roles });
    const batches = [await begun(demoted, [rows[0]!]), await begun(suspended, [rows[1]!])];
    const scenario = await graduates(academy, { names: [{ name: '丙五' }] });
    await academy.app.get(BeginIssuance).execute(suspended, scenario.cohort.code);
    await academy.app.get(ChangeRoles).execute(administrator, demoted.id, ['coordinator']);
    await academy.app.get(SuspendAccount).execute(administrator, suspended.id);
    await academy.app.get(Jobs).finish();
    expect(await states(rows.map(({ id }) => id))).toEqual(['valid', 'valid']);
    expect([await reasonsOf(batches[0]!), await reasonsOf(batches[1]!)]).toEqual([
      ['starterMayNot'],
      ['starterMayNot'],
    ]);
    expect(await certificatesOf(scenario)).toEqual([]);
    expect(
      await all(sql`SELECT id AS "id" FROM issuance_item WHERE state = 'refused' AND reasons LIKE '%starterMayNot%'`),
    ).toHaveLength(1);
    expect([await alarms('certificateBatch'), await alarms('issuance')]).toEqual([0, 0]);
    expect(await findings()).toBe('');
  });

  it('and issues are not resumed under a name written into the job, nor by a forged job', async () => {
    const [named, stopped] = [
      await graduates(academy, { names: [{ name: '甲六' }] }),
      await graduates(academy, { names: [{ name: '乙六' }] }),
    ];
    const coordinator = await person(academy, 'coordinator');
    for (const { cohort } of [named, stopped]) await academy.app.get(BeginIssuance).execute(coordinator, cohort.code);
    const [first, second] = await all<{ id: string }>(sql`
      SELECT i.id AS "id" FROM issuance i WHERE i.cohort_id IN (${named.cohort.id}, ${stopped.cohort.id})
      ORDER BY CASE WHEN i.cohort_id = ${named.cohort.id} THEN 0 ELSE 1 END`);
    await write(`UPDATE job SET actor = REPLACE(actor, '${coordinator.id}', '${administrator.id}')
      WHERE subject_id = '${first!.id}'`);
    await academy.app.get(StopIssuance).execute(coordinator, second!.id);
    await write(`UPDATE job SET kind = 'issuance' WHERE id = '${await job(second!.id, administrator)}'`);
    await academy.app.get(Jobs).finish();
    expect([await certificatesOf(named), await certificatesOf(stopped)]).toEqual([[], []]);
    expect(await alarms('issuance')).toBe(1);
  });
});
