import { type BuiltCohort } from '../../../builders/cohorts.js';
import { TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';
import { busyCohorts } from './busy-cohorts.js';
import { licencePools, POOL } from './agreements.js';

describe('licences of software', () => {
  let academy: TestAcademy;
  let office: WebClient;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    office = await signedIn(academy, 'coordinator');
  });
  afterAll(() => academy.close());

  const aBusyCohort = busyCohorts(() => academy);
  const aPool = licencePools(() => office);
  const place = (cohort: BuiltCohort, fields: Record<string, string>) =>
    office.post(`/office/cohorts/${cohort.code}/sessions/single`, { startTime: '9:00', endTime: '12:00', ...fields });

  test('a licence that expires mid-course is refused on the dates after, and possible on those before', async () => {
    const cohort = await aBusyCohort();
    const poolIds = await aPool({ validUntil: '2026-5-13' });
    expect((await place(cohort, { date: '2026-5-13', poolIds })).status).toBe(303);
    const after = await place(cohort, { date: '2026-5-14', poolIds });
    expect(after.status).toBe(422);
    expect(wordsOf(after.text)).toMatch(
      /Visual Studio Enterprise.*2026-01-01.*2026-05-13|Visual Studio Enterprise.*2026年5月13日/,
    );
  });

  test('30 and 20 of 40 seats at one hour are refused, naming who holds the rest, and possible an hour later', async () => {
    const [one, other] = [await aBusyCohort(), await aBusyCohort()];
    const poolIds = await aPool();
    expect((await place(one, { date: '2026-4-20', poolIds })).status).toBe(303);
    const short = await place(other, {
      date: '2026-4-20',
      startTime: '11:00',
      endTime: '13:00',
      poolIds,
      licenceSeats: '20',
    });
    expect(short.status).toBe(422);
    expect(wordsOf(short.text)).toMatch(new RegExp(`Visual Studio Enterprise.*${one.code} #\\d`));
    expect(
      (await place(other, { date: '2026-4-20', startTime: '12:00', endTime: '14:00', poolIds, licenceSeats: '20' }))
        .status,
    ).toBe(303);
    const shown = wordsOf((await office.get(`/office/licences/${poolIds}`)).text);
    expect(shown).toContain('这 16 周最多同时用 30 席，共 40 席');
    expect(shown).toMatch(new RegExp(`4月20日 周一 09:00–12:00 ${one.code} 第 \\d 次课 30`));
    const fewer = await office.post(`/office/licences/${poolIds}`, { ...POOL, agreement: 'X', seats: '29' });
    expect(fewer.status).toBe(422);
    expect(fewer.text).toMatch(/id="field-seats-error"/);
    expect(wordsOf(fewer.text)).toContain(`${one.code} #`);
    expect(
      wordsOf(
        (await office.post(`/office/licences/${poolIds}`, { ...POOL, agreement: 'X', validUntil: '2026-4-19' })).text,
      ),
    ).toContain('还有 2 次课在这个期限之外要用它');
    expect(wordsOf((await office.post(`/office/licences/${poolIds}/closure`)).text)).toContain('还有 2 次课要用它');
    expect(
      wordsOf((await office.submit(`/office/licences/${poolIds}`, { ...POOL, agreement: 'X', seats: '30' })).text),
    ).toContain('已保存');
  });

  test('pools are listed by state: ending soon, expired, closed', async () => {
    const [soon, ended, closed] = [
      await aPool({ product: '快到期', validUntil: '2026-4-1' }),
      await aPool({ product: '过期了', validUntil: '2026-3-1' }),
      await aPool({ product: '不用了' }),
    ];
    expect(wordsOf((await office.submit(`/office/licences/${closed}/closure`)).text)).toContain('已停用');
    const list = async (query: string) => (await office.get(`/office/licences?${query}`)).text;
    expect(await list('')).toContain(soon);
    expect(wordsOf(await list('state=soon'))).toMatch(/快到期.*还有 30 天到期/);
    expect(await list('')).not.toContain(closed);
    expect(await list('state=expired')).toContain(ended);
    expect(await list('state=closed')).toContain(closed);
    expect(await list('q=%E8%BF%87%E6%9C%9F')).not.toContain(soon);
    expect(await list('kind=cloudLab')).toContain('没有');
    expect(wordsOf((await office.submit(`/office/licences/${closed}/reopening`)).text)).toContain('已恢复使用');
    const wrong = await office.post('/office/licences', { ...POOL, seats: '0', validUntil: '2025-1-1', agreement: '' });
    expect(wrong.status).toBe(422);
  });
});
