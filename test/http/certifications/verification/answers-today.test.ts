import { Jobs, readTable, xlsxOf } from '../../../../src/platform/index.js';
import { anEmployer, type BuiltEmployer } from '../../../builders/employers.js';
import { TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';
import { certificateSteps } from '../certificate-steps.js';
import { startedList } from './started-list.js';

describe('answers of before a certificate was revoked', () => {
  let academy: TestAcademy;
  let employer: BuiltEmployer;
  let browser: WebClient;
  let path: string;
  let numbers: readonly string[];
  const { one, revoke } = certificateSteps(() => academy);

  beforeAll(async () => {
    academy = await TestAcademy.open();
    employer = await anEmployer(academy);
    browser = await signedIn(academy, employer.contact);
    const [kept, revoked, expiring] = [
      await one('王芳', null, null),
      await one('赵六', null, null),
      await one('吴九', null, 1),
    ];
    numbers = [kept.row.number, revoked.row.number, expiring.row.number];
    const names = ['王芳', '赵六', '吴九'];
    const bytes = await xlsxOf(['证书编号', '姓名'], [...numbers.map((one, at) => [one, names[at]!]), ['JN-1', '无']]);
    path = await startedList(browser, bytes);
    await academy.app.get(Jobs).finish();
    expect(wordsOf((await browser.get(path)).text)).not.toContain('现在：');
    academy.clock.moveTo(academy.clock.now() + 40 * 24 * 3600_000);
    browser = await signedIn(academy, employer.contact);
    await revoke(revoked.row);
  });
  afterAll(() => academy.close());

  it('are marked in the list, which says of when it is and how many changed', async () => {
    const page = wordsOf((await browser.get(path)).text);
    for (const said of ['2 行的核验结果已经变化', '现在：已吊销', '现在：已过期', '重新核验'])
      expect(page).toContain(said);
    expect(page).toContain('2026年3月2日 09:00核验');
    const english = await signedIn(academy, employer.contact, 'en');
    const told = wordsOf((await english.get(path)).text);
    for (const said of ['2 verdicts have changed since', 'Now: Revoked', 'Now: Expired']) expect(told).toContain(said);
  });

  it('are told in its files with the moment of the answer and of the file', async () => {
    const read = await readTable((await browser.get(`${path}/result.xlsx`)).bytes, 10);
    if (typeof read === 'string') throw new Error(read);
    const at = '2026-03-02T01:00:00Z';
    expect(read.rows.map(({ cells }) => cells.slice(3, 6))).toEqual([
      ['核验结果', '核验时间', '现状（2026年4月11日 09:00）'],
      ['有效', at, '有效'],
      ['有效', at, '已吊销'],
      ['有效', at, '已过期'],
      ['不符', at, ''],
    ]);
    const csv = (await browser.get(`${path}/result.csv`)).text;
    expect(csv).toContain(`赵六,有效,${at},已吊销,`);
    const signed = (await browser.get(`${path}/answer.jws`)).text.split('.')[1] ?? '';
    const { rows } = JSON.parse(Buffer.from(signed, 'base64url').toString()) as { rows: object[] };
    expect(rows[1]).toMatchObject({ verdict: 'valid' });
    expect(rows[1]).not.toHaveProperty('now');
  });

  it('are marked in the history, for the employer and for the office, and in its files', async () => {
    const office = await signedIn(academy, 'coordinator');
    for (const page of [
      await browser.get('/employer/history'),
      await office.get(`/office/employers/${employer.id}/verifications`),
    ])
      for (const said of ['现在：已吊销', '现在：已过期']) expect(wordsOf(page.text)).toContain(said);
    const { text } = await academy
      .client(null)
      .get('/api/v1/verifications', { authorization: `Bearer ${employer.key}` });
    const { items } = JSON.parse(text) as { items: { name: string; verdict: string; now: string | null }[] };
    expect(new Map(items.map(({ name, verdict, now }) => [name, [verdict, now]]))).toEqual(
      new Map([
        ['王芳', ['valid', 'valid']],
        ['赵六', ['valid', 'revoked']],
        ['吴九', ['valid', 'expired']],
        ['无', ['notFound', null]],
      ]),
    );
    expect((await browser.get('/employer/history.csv')).text).toContain('赵六,有效,已吊销,');
    const read = await readTable((await browser.get('/employer/history.xlsx')).bytes, 10);
    if (typeof read === 'string') throw new Error(read);
    expect(read.rows[0]?.cells[6]).toBe('现状（2026年4月11日 09:00）');
    expect(read.rows.find(({ cells }) => cells[4] === '赵六')?.cells.slice(5, 7)).toEqual(['有效', '已吊销']);
  });
});
