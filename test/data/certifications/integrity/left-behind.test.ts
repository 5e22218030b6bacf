import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import {
  logOf,
  noteRestore,
  registerSeen,
  RevokeCertificate,
  SignCertificates,
  verifyKeysFrom,
  verifyLog,
  VerifyCertificate,
} from '../../../../src/certifications/index.js';
import { Keys, ReadDatabase, Ticker } from '../../../../src/platform/index.js';
import { type Row, certificateSteps, seenIn } from '../../../http/certifications/certificate-steps.js';
import { graduates } from '../../../http/certifications/graduates.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers } from '../../../support/behind-the-back.js';
import { DATABASE } from '../../../support/database.js';
import { commandLineOf } from '../../../support/operator.js';
import { person, signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { DatabaseCopy, TABLES } from './database-copy.js';

describe(`a register that a restore has left behind, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  const { one } = certificateSteps(() => academy);
  const sealed = async (name: string): Promise<Row> => {
    const { row } = await one(name, null);
    await academy.app.get(SignCertificates).execute();
    return row;
  };
  const verdict = async ({ token }: Row): Promise<string> =>
    (await academy.app.get(VerifyCertificate).byToken(token)).verdict;
  const faults = async (): Promise<string> =>
    (
      await verifyLog(academy.app.get(ReadDatabase), [], {
        ...verifyKeysFrom(academy.app.get(Keys)),
        seen: registerSeen(academy.config),
      })
    ).faults.join('\n');
  const log = async (): Promise<string> => {
    const [head] = await academy.app
      .get(ReadDatabase)
      .query<{ logSize: number; logRoot: string }>(sql`SELECT size AS "logSize", root AS "logRoot" FROM log_head`);
    return logOf(head!);
  };
  const restart = async (): Promise<void> => {
    await academy.restart();
    await disableTriggers(academy, TABLES);
  };
  const note = (): Promise<unknown> => academy.app.get(Ticker).runNow('register state');

  beforeEach(async () => {
    academy = await TestAcademy.open();
    await disableTriggers(academy, TABLES);
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  it('is not taken for the register when it is put back, however many changes it has', async () => {
    const row = await sealed('王芳');
    await note();
    const [backup, backedUp] = [await DatabaseCopy.of(academy), await log()];
    await sealed('李雷');
    await sealed('韩梅');
    const leftBehind = await DatabaseCopy.of(academy);
    noteRestore(academy.config, { log: backedUp });
    // Nothing is accepted in the place of what was restored, before the first start on it or at it.
    await restart();
    expect(await verdict(row)).toBe('couldNotCheck');
    await backup.putBackAll();
    await restart();
    await academy.app
      .get(RevokeCertificate)
      .execute(await person(academy, 'administrator'), row.id, { reasonClass: 'issuedInError', reason: '误发' });
    expect(await verdict(row)).toBe('revoked');
    await note();
    expect(await faults()).not.toMatch(/put back|left behind/);
    await leftBehind.putBackAll();
    expect(await verdict(row)).toBe('couldNotCheck');
    expect(await faults()).toContain('left behind when a backup was restored');
    await restart();
    expect(await verdict(row)).toBe('couldNotCheck');
    // An operator who means it says so.
    noteRestore(academy.config, { log: await log() });
    await restart();
    expect(await verdict(row)).toBe('valid');
  }, 90_000);

  it('is not backed up: somebody would restore it in good faith one day; and check names it', async () => {
    const row = await sealed('王芳');
    const before = await DatabaseCopy.of(academy);
    const file = join(academy.config.dataDir, 'one.academy.tar');
    const operator = commandLineOf(academy.config, { PATH: process.env['PATH'] ?? '' });
    await academy.app
      .get(RevokeCertificate)
      .execute(await person(academy, 'administrator'), row.id, { reasonClass: 'issuedInError', reason: '误发' });
    await note();
    expect((await operator('backup', file)).code).toBe(0);
    expect((await operator('check')).output).not.toContain('put back');
    await before.putBackAll();
    const refused = await operator('backup', file, '--force');
    expect(refused.code).not.toBe(0);
    expect(refused.errors).toContain('The database was put back to an earlier state');
    expect((await operator('check')).output).toContain('put back to an earlier state');
  }, 90_000);

  it('is not believed because a further process with an empty folder has started on it', async () => {
    const row = await sealed('孙丽');
    const before = await DatabaseCopy.of(academy);
    await sealed('李雷');
    await note();
    await before.putBackAll();
    expect(await verdict(row)).toBe('couldNotCheck');
    const mark = join(academy.config.dataDir, 'register-bound');
    await rename(mark, `${mark}.first`);
    await restart();
    await note();
    await rename(`${mark}.first`, mark);
    await restart();
    expect(await verdict(row)).toBe('couldNotCheck');
    expect(await faults()).toContain('put back to an earlier state');
  }, 90_000);

  it('does not become sound again by acts upon it: none is done, however many are tried', async () => {
    const row = await sealed('王芳');
    const before = await DatabaseCopy.of(academy);
    // Nobody looks at anything meanwhile: what this process writes it has seen.
    await academy.app
      .get(RevokeCertificate)
      .execute(await person(academy, 'administrator'), row.id, { reasonClass: 'issuedInError', reason: '误发' });
    await before.putBackAll();
    const office = await signedIn(academy, 'coordinator');
    const { cohort } = await graduates(academy, { names: [{ name: '周敏' }, { name: '吴静' }] });
    const page = `/office/cohorts/${cohort.code}/certificates`;
    for (let tries = 0; tries < 3; tries += 1) {
      const seen = seenIn((await office.get(page)).text);
      const { status, text } = await office.post(page, { seen }, page);
      expect([status, wordsOf(text)]).toEqual([503, expect.stringContaining('证书记录需要先核对')]);
    }
    expect(await verdict(row)).toBe('couldNotCheck');
    await note();
    expect(await faults()).toContain('put back to an earlier state');
  }, 90_000);

  it('is not bound anew where a backup was restored into a new folder', async () => {
    const row = await sealed('孙丽');
    const { write } = academy.connections;
    await write.query(`UPDATE certificate SET recipient_name = '冒名' WHERE id = '${row.id}'`);
    for (const table of ['certificate_binding', 'register_state']) await write.query(`DELETE FROM ${table}`);
    await write.query(`DELETE FROM audit_entry WHERE act = 'register.bound'`);
    await rm(join(academy.config.dataDir, 'register-bound'));
    noteRestore(academy.config, { log: await log() });
    await restart();
    expect(await verdict(row)).toBe('couldNotCheck');
    expect(academy.takeErrors().join()).toContain('nothing is bound by itself');
  });
});
