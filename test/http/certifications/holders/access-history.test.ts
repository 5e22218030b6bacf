import { anEmployer } from '../../../builders/employers.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { certificateSteps } from '../certificate-steps.js';

const A_DAY = 86_400_000;

describe('the access history of a certificate that an employer verifies again and again', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());
  const { one } = certificateSteps(() => academy);

  async function verified(name: string) {
    const [{ scenario, row }, employer] = [await one(name, null), await anEmployer(academy)];
    await academy.client().post('/verify', { number: row.number, name }, '/verify');
    academy.clock.moveTo(TEST_START + 60_000);
    const holder = await signedIn(academy, scenario.trainees[0]!);
    const path = `/my/certificates/${row.id}`;
    return {
      employer,
      path,
      check: async (purpose: string, times: number) => {
        const items = Array.from({ length: times }, () => ({ number: row.number, name }));
        const { status } = await academy.client().request({
          method: 'POST',
          path: '/api/v1/verifications',
          headers: { authorization: `Bearer ${employer.key}`, 'content-type': 'application/json' },
          payload: JSON.stringify({ purpose, items }),
        });
        expect(status).toBe(200);
      },
      words: async (query = '') => wordsOf((await holder.get(`${path}${query}`)).text),
      html: async () => (await holder.get(path)).text,
      officeWords: async () =>
        wordsOf((await (await signedIn(academy, 'coordinator')).get(`/office/certificates/${row.id}`)).text),
    };
  }

  it('counts its checks for one purpose on one day together, and still shows every other access', async () => {
    const { check, words, officeWords, employer } = await verified('沐霖');
    await check('背景调查', 120);
    await check('入职', 1);
    for (const page of [await words(), await officeWords()]) {
      for (const said of ['共 3 条', '用途：背景调查 · 当天 120 次', '知道编号和姓名的人'])
        expect(page).toContain(said);
      expect(page.split(employer.name)).toHaveLength(3);
      expect(page).not.toContain('当天 1 次');
    }
    academy.clock.moveTo(TEST_START + A_DAY);
    await check('背景调查', 2);
    expect(await words()).toContain('共 4 条');
    expect(await words()).toContain('当天 2 次');
  });

  it('has pages where it is long, and the oldest access is on the last', async () => {
    const { check, words, html, path } = await verified('沐霆');
    for (let purpose = 0; purpose < 52; purpose += 1) await check(`用途 ${purpose}`, 1);
    expect(await words()).toContain('共 53 条');
    expect(await words()).not.toContain('知道编号和姓名的人');
    expect((await html()).replaceAll('&#x3D;', '=')).toContain(`href="${path}?page=2#register"`);
    expect(await words('?page=2')).toContain('知道编号和姓名的人');
  });
});
