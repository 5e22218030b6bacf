import { NumberPattern } from '../../../../src/certifications/core/domain/number-pattern.js';
import { VerifyCertificate } from '../../../../src/certifications/index.js';
import { FileChecker } from '../../../../src/certifications/documents/index.js';
import { anEmployer } from '../../../builders/employers.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { person, signedIn } from '../../../support/people.js';
import { type Answer, wordsOf } from '../../../support/web-client.js';
import { certificateSteps } from '../certificate-steps.js';

const usual = NumberPattern.read('{PREFIX}-{YYYY}-{SEQ:6}-{CHECK}', 'JNIT') as NumberPattern;

describe('somebody who tries numbers', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(async () => {
    academy.clock.moveTo(TEST_START);
    await academy.connections.write.query('DELETE FROM throttle');
  });
  afterAll(() => academy.close());
  const { one } = certificateSteps(() => academy);

  it('gets the same answer for an unknown number and for another person’s, to the letter', async () => {
    const { row } = await one('何冰', null);
    const ask = (number: string): Promise<Answer> =>
      academy.client().post('/verify', { number, name: '王芳' }, '/verify');
    const plain = ({ text }: Answer, number: string): string =>
      text.replace(/name="_csrf" value="[^"]*"/g, '').replaceAll(number, 'NUMBER');
    const unknown = usual.print(2026, 987_654);
    const [theirs, nobodys] = [await ask(row.number), await ask(unknown)];
    expect([theirs.status, nobodys.status]).toEqual([422, 422]);
    expect(plain(theirs, row.number)).toBe(plain(nobodys, unknown));
    expect(Object.keys(theirs.headers).sort()).toEqual(Object.keys(nobodys.headers).sort());
  });

  it('learns nothing from the time that an answer takes', async () => {
    const { row } = await one('秦岚', 'Qin Lan');
    const verify = academy.app.get(VerifyCertificate);
    const asked = { theirs: row.number, nobodys: usual.print(2026, 987_655) };
    const times: Record<keyof typeof asked, number[]> = { theirs: [], nobodys: [] };
    for (let turn = 0; turn < 400; turn += 1) {
      for (const kind of turn % 2 === 0 ? (['theirs', 'nobodys'] as const) : (['nobodys', 'theirs'] as const)) {
        const begun = process.hrtime.bigint();
        await verify.byNumber({ number: asked[kind], name: '王芳' });
        times[kind].push(Number(process.hrtime.bigint() - begun) / 1e3);
      }
    }
    const [theirs, nobodys] = [median(times.theirs), median(times.nobodys)];
    // Microseconds. What remains is far below what a network lets anybody see.
    expect(Math.abs(theirs - nobodys)).toBeLessThan(Math.max(100, 0.25 * Math.max(theirs, nobodys)));
  });

  it('waits after forty pasted addresses that are recorded for an employer', async () => {
    const { row } = await one('何霜', null);
    const employer = await anEmployer(academy);
    const browser = await signedIn(academy, employer.contact);
    const paste = (): Promise<Answer> => browser.post('/verify', { number: `/c/${row.token}`, name: '' }, '/verify');
    for (let time = 0; time < 40; time += 1) expect((await paste()).location).toBe(`/c/${row.token}`);
    const refused = await paste();
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '900']);
    expect(refused.text).toContain(`/c/${row.token}`);
    expect(wordsOf((await browser.get('/employer/history')).text)).toContain('共 40 条');
    expect((await browser.get(`/c/${row.token}`)).status).toBe(200);
  });

  it('waits after thirty files from one address, and the count is kept in the database', async () => {
    const client = academy.client();
    await client.get('/verify');
    const send = (): Promise<Answer> =>
      client.upload(
        '/verify/file',
        {},
        { field: 'file', name: 'a', type: 'text/plain', bytes: Buffer.from('nothing') },
      );
    const statuses: number[] = [];
    for (let turn = 0; turn < 31; turn += 1) statuses.push((await send()).status);
    expect([...new Set(statuses.slice(0, 30)), statuses[30]]).toEqual([200, 429]);
    expect(wordsOf((await send()).text)).toContain('核验次数过多');
    academy.clock.moveTo(academy.clock.now() + 16 * 60_000);
    expect((await send()).status).toBe(200);
  });

  it('is told apart by account, or else by network, where files are checked one at a time', async () => {
    const checker = academy.app.get(FileChecker);
    const execute = checker.execute.bind(checker);
    const senders: (string | null)[] = [];
    checker.execute = (file, beside, sender) => {
      senders.push(sender);
      return execute(file, beside, sender);
    };
    const employer = await person(academy, 'employer');
    for (const client of [academy.client(), await signedIn(academy, employer), academy.client()]) {
      await client.get('/verify');
      const sent = { field: 'file', name: 'a', type: 'text/plain', bytes: Buffer.from('nothing') };
      expect((await client.upload('/verify/file', {}, sent)).status).toBe(200);
    }
    checker.execute = execute;
    expect(senders).toEqual(['127.0.0.1', employer.id, '127.0.0.1']);
  });
});

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
