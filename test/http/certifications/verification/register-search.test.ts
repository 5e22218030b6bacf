import sql from 'sql-template-tag';
import { NumberPattern } from '../../../../src/certifications/core/domain/number-pattern.js';
import { Jobs, ReadDatabase, Ticker, xlsxOf } from '../../../../src/platform/index.js';
import { anEmployer, type BuiltEmployer } from '../../../builders/employers.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { type Answer, type WebClient, wordsOf } from '../../../support/web-client.js';
import { certificateSteps } from '../certificate-steps.js';
import { startedList } from './started-list.js';

const A_DAY = 24 * 3600_000;
const usual = NumberPattern.read('{PREFIX}-{YYYY}-{SEQ:6}-{CHECK}', 'JNIT') as NumberPattern;
/** Well formed, and nobody's. */
const free = (sequence: number): string => usual.print(2026, 900_000 + sequence);

interface Told {
  readonly verdict: string;
  readonly withheld: string | null;
  readonly checks: Readonly<Record<string, string>>;
}

describe('somebody who searches the register', () => {
  let academy: TestAcademy;
  let office: WebClient;
  const { one } = certificateSteps(() => academy);
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(async () => {
    academy.clock.moveTo(TEST_START);
    office = await signedIn(academy, 'coordinator');
  });
  afterAll(() => academy.close());

  const send = (
    employer: BuiltEmployer,
    items: readonly { readonly number: string; readonly name: string }[],
  ): Promise<Answer> =>
    academy.client(null).request({
      method: 'POST',
      path: '/api/v1/verifications',
      payload: JSON.stringify({ purpose: '背景调查', items }),
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        authorization: `Bearer ${employer.key}`,
      },
    });
  const asked = async (
    employer: BuiltEmployer,
    items: readonly { readonly number: string; readonly name: string }[],
  ): Promise<Told[]> => (JSON.parse((await send(employer, items)).text) as { results: Told[] }).results;
  const numbersWith = (name: string, count: number, from = 0): { number: string; name: string }[] =>
    Array.from({ length: count }, (_, at) => ({ number: free(from + at), name }));
  /** Each with a name of its own. */
  const visitors = (count: number, from = 0): { number: string; name: string }[] =>
    Array.from({ length: count }, (_, at) => ({ number: free(1_000 + from + at), name: `生人${from + at}` }));
  const counted = (answers: readonly Told[]): Record<string, number> =>
    answers.reduce<Record<string, number>>(
      (sum, { verdict, withheld }) => ({ ...sum, [withheld ?? verdict]: (sum[withheld ?? verdict] ?? 0) + 1 }),
      {},
    );
  const tasks = async (): Promise<string> => wordsOf((await office.get('/office/tasks?kind=employerSearch')).text);

  it('by one name over many numbers learns nothing more of that name for a day, and the office is asked to look', async () => {
    const [{ row }, employer] = [await one('李为民', 'Li Weimin'), await anEmployer(academy)];
    const answers = await asked(employer, [
      ...numbersWith('李为民', 12),
      { number: row.number, name: '李为民' },
      { number: row.number, name: 'Li Weimin' },
    ]);
    expect(counted(answers)).toEqual({ notFound: 10, name: 3, valid: 1 });
    expect(answers[12]).toMatchObject({
      verdict: 'couldNotCheck',
      withheld: 'name',
      checks: { number: 'unknown', register: 'unknown' },
    });
    expect(await tasks()).toMatch(new RegExp(`${employer.name}.*编号与姓名有 10 次不相符，3 次未答复`));
    const path = `/office/employers/${employer.id}/verifications`;
    expect((await office.get('/office/tasks?kind=employerSearch')).text).toContain(path);
    const page = await office.get(path);
    expect(wordsOf(page.text)).toMatch(/同一个姓名试了 10 个以上不同的编号：3 次未答复.*已了解，不再提醒/);
    expect(page.text).toContain(`/office/employers/${employer.id}/access`);
    expect(wordsOf((await office.submit(`${path}/seen`, {}, path)).text)).toContain('已记下');
    expect(await tasks()).not.toContain(employer.name);
    academy.clock.moveTo(TEST_START + A_DAY + 1);
    expect(await asked(employer, [{ number: row.number, name: '李为民' }])).toMatchObject([
      { verdict: 'valid', withheld: null },
    ]);
  });

  it('at random gets no answer after two hundred misses, by any way of asking, while others do', async () => {
    const [{ row }, employer, other] = [
      await one('何以安', null),
      await anEmployer(academy),
      await anEmployer(academy),
    ];
    expect(counted(await asked(employer, visitors(230)))).toEqual({ notFound: 200, misses: 30 });
    const right = { number: row.number, name: '何以安' };
    expect(await asked(employer, [right])).toMatchObject([{ verdict: 'couldNotCheck', withheld: 'misses' }]);
    const contact = await signedIn(academy, employer.contact);
    const onPage = await contact.post('/verify', right, '/verify');
    expect(onPage.status).toBe(429);
    expect(wordsOf(onPage.text)).toContain('24 小时内不相符的核验过多');
    const list = await startedList(contact, await xlsxOf(['证书编号', '姓名'], [[right.number, right.name]]));
    await academy.app.get(Jobs).finish();
    expect(wordsOf((await contact.get(list)).text)).toContain('24 小时内不相符的太多');
    expect((await contact.get(`${list}/result.csv`)).text).toContain('24 小时内不相符的太多');
    expect(await asked(other, [right])).toMatchObject([{ verdict: 'valid' }]);
    expect((await academy.client().post('/verify', right, '/verify')).location).toBe(`/c/${row.token}`);
  });

  it('with many requests at once gets no more than with one after the other', async () => {
    const employer = await anEmployer(academy);
    const answers = await Promise.all(Array.from({ length: 6 }, (_, turn) => asked(employer, visitors(50, turn * 50))));
    expect(counted(answers.flat())).toEqual({ notFound: 200, misses: 100 });
  });

  it('is none who sends the same list with errors again and again', async () => {
    const [{ row }, employer] = [await one('白秋实', null), await anEmployer(academy)];
    const list = [...visitors(30), { number: row.number, name: '白秋石' }, { number: row.number, name: '白秋实' }];
    for (let turn = 0; turn < 12; turn += 1)
      expect(counted(await asked(employer, list))).toEqual({ notFound: 31, valid: 1 });
    expect(await tasks()).not.toContain(employer.name);
  });

  it('is not limited by mistyped numbers: those are not looked up', async () => {
    const employer = await anEmployer(academy);
    const wrong = free(7).replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    const answers = await asked(
      employer,
      Array.from({ length: 250 }, (_, at) => ({ number: wrong, name: `某${at}` })),
    );
    expect(counted(answers)).toEqual({ notFound: 250 });
    expect(answers[0]!.checks).toMatchObject({ number: 'failed' });
  });

  it('without an account is stopped by its address, for that name alone', async () => {
    const { row } = await one('石清泉', null);
    const visitor = academy.client();
    for (let at = 0; at < 10; at += 1)
      expect((await visitor.post('/verify', { number: free(5_000 + at), name: '石清泉' }, '/verify')).status).toBe(422);
    const stopped = await visitor.post('/verify', { number: row.number, name: '石清泉' }, '/verify');
    expect(stopped.status).toBe(429);
    expect(wordsOf(stopped.text)).toContain('这个姓名在 24 小时内已用 10 个不同的编号核验过');
    const { row: other } = await one('石清溪', null);
    expect((await visitor.post('/verify', { number: other.number, name: '石清溪' }, '/verify')).location).toBe(
      `/c/${other.token}`,
    );
  });

  it('leaves no name and no address in clear among its tries, and nothing of them after a day', async () => {
    const employer = await anEmployer(academy);
    await asked(employer, numbersWith('司马无名', 3, 7_000));
    const rows = await academy.app
      .get(ReadDatabase)
      .query<Record<string, unknown>>(sql`SELECT * FROM verification_try`);
    expect(JSON.stringify(rows)).not.toMatch(/司马|127\.0\.0\.1/);
    academy.clock.moveTo(TEST_START + 3 * A_DAY);
    await academy.app.get(Ticker).runNow('what-is-over');
    expect(await academy.app.get(ReadDatabase).query(sql`SELECT * FROM verification_try`)).toEqual([]);
  });
});
