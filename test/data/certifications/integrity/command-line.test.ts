import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignCertificates } from '../../../../src/certifications/index.js';
import { Ticker } from '../../../../src/platform/index.js';
import { commandLine } from '../../../../src/command-line.js';
import { certificateSteps } from '../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers } from '../../../support/behind-the-back.js';

describe('npm run academy -- verify-log', () => {
  let academy: TestAcademy;
  let folder: string;
  let number: string;
  const { one } = certificateSteps(() => academy);

  const run = async (...args: string[]): Promise<{ code: number; said: string; complained: string }> => {
    const [said, complained]: [string[], string[]] = [[], []];
    const { dataDir, databaseUrl } = academy.config;
    const env = { DATA_DIR: dataDir, ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }) };
    const code = await commandLine(args, {
      env,
      print: (text) => said.push(text),
      complain: (text) => complained.push(text),
    });
    return { code, said: said.join('\n'), complained: complained.join('\n') };
  };

  beforeAll(async () => {
    [academy, folder] = [await TestAcademy.open(), await mkdtemp(join(tmpdir(), 'kept-'))];
    ({ number } = (await one()).row);
    await academy.app.get(SignCertificates).execute();
    await writeFile(join(folder, 'kept.txt'), (await academy.client().get('/log/checkpoint')).text);
  }, 120_000);
  afterAll(async () => {
    await academy.close();
    await rm(folder, { recursive: true });
  });

  it('says that all agrees, and ends with 0', async () => {
    const { code, said, complained } = await run('verify-log', '--since', join(folder, 'kept.txt'));
    expect([code, complained]).toEqual([0, '']);
    expect(said).toMatch(
      /^Log +academy\.example\/log\nEntries +1\nRoot +[\w+/]{43}=\nCertificates 1\nContinues +.*kept\.txt\nAll agrees\.$/,
    );
  });

  it('names what was tampered with, and ends with 1', async () => {
    const giveBack = await disableTriggers(academy, ['certificate']);
    await academy.connections.write.query(`UPDATE certificate SET recipient_name = '赵六' WHERE number = '${number}'`);
    const { code, said, complained } = await run('verify-log');
    await academy.connections.write.query(`UPDATE certificate SET recipient_name = '王芳' WHERE number = '${number}'`);
    await giveBack();
    expect(code).toBe(1);
    expect(said).not.toContain('agrees');
    expect(complained).toContain(
      `One thing is not as logged:\n  - Certificate ${number}: its row was altered (recipient_name).`,
    );
  });

  it('names the guards that somebody took away, although nothing was altered, and the office gets a task', async () => {
    const giveBack = await disableTriggers(academy, ['certificate']);
    const { code, said, complained } = await run('verify-log');
    await academy.app.get(Ticker).runNow('register state');
    await giveBack();
    expect(code).toBe(1);
    expect(said).not.toContain('agrees');
    expect(complained).toMatch(/^Triggers that keep records from being changed are gone[^\n]*certificate_keeps_facts/);
    expect(complained).not.toContain('not as logged');
    expect(academy.takeErrors().join()).toContain('triggers that keep records from being changed are gone');
  });

  it.each([
    [['verify-log', '--since', '/no/such/file'], 'There is no such file: /no/such/file'],
    [['verify-log', '--since', 'package.json'], 'package.json is no checkpoint of a log.'],
    [['verify-log', '--until', 'x'], 'Usage: npm run academy'],
    [['frobnicate'], 'Usage: npm run academy'],
    [[], 'Usage: npm run academy'],
  ])('says why it could not check, and ends with 2: %j', async (args, why) => {
    const { code, complained } = await run(...args);
    expect(code).toBe(2);
    expect(complained).toContain(why);
  });

  it('tells what it can do', async () => {
    expect(await run('--help')).toMatchObject({
      code: 0,
      said: expect.stringContaining('verify-log [--since <file>]') as string,
    });
  });

  it('makes nothing where there is no academy', async () => {
    const complained: string[] = [];
    const nowhere = join(folder, 'nowhere');
    expect(
      await commandLine(['verify-log'], {
        env: { DATA_DIR: nowhere },
        print: () => undefined,
        complain: (text) => complained.push(text),
      }),
    ).toBe(2);
    expect(complained).toEqual([`DATA_DIR=${nowhere} holds no academy yet.`]);
  });
});
