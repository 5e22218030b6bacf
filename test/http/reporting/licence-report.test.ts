import { AddLicencePool, PlaceSession } from '../../../src/scheduling/index.js';
import { aCohort, aSlot, done } from '../../builders/cohorts.js';
import { TestAcademy } from '../../support/app.js';
import { person, signedIn } from '../../support/people.js';
import { type WebClient, wordsOf } from '../../support/web-client.js';

describe('the licence report', () => {
  let academy: TestAcademy;
  let office: WebClient;
  let codes: readonly string[];
  let pools: readonly string[];
  beforeAll(async () => {
    academy = await TestAcademy.open();
    office = await signedIn(academy, 'coordinator');
    const coordinator = await person(academy, 'coordinator');
    const add = async (product: string) =>
      done(
        await academy.app.get(AddLicencePool).execute(coordinator, {
          kind: 'software',
          product,
          edition: '企业版',
          vendor: '微软',
          agreement: `协议-${product}`,
          seats: 40,
          validFrom: '2026-01-01',
          validUntil: null,
        }),
      ).id;
    pools = [await add('Visual Studio'), await add('JetBrains')];
    const cohorts = [await aCohort(academy), await aCohort(academy)];
    codes = cohorts.map(({ code }) => code);
    const uses: [cohort: number, day: string, hours: readonly [string, string], pool: number, seats: number][] = [
      [0, '2026-04-20', ['09:00', '12:00'], 0, 30],
      [1, '2026-04-20', ['11:00', '13:00'], 0, 10],
      [0, '2026-05-06', ['09:00', '11:00'], 1, 20],
      [1, '2027-01-04', ['09:00', '12:00'], 0, 40],
    ];
    for (const [cohort, day, hours, pool, seats] of uses) {
      done(
        await academy.app.get(PlaceSession).execute(coordinator, {
          cohortCode: codes[cohort]!,
          slot: { ...aSlot(day, hours), licences: [{ poolId: pools[pool]!, seats }] },
        }),
      );
    }
  });
  afterAll(() => academy.close());

  test('sums this year by product, seat-hours and peak, and lists each use with who, when and under which agreement', async () => {
    const words = wordsOf((await office.get('/office/licences/report')).text);
    expect(words).toMatch(
      /Visual Studio 企业版 协议-Visual Studio 2026年1月1日起永久 2 110 最多 40 \/ 40 席 JetBrains 企业版 协议-JetBrains 2026年1月1日起永久 1 40 最多 20 \/ 40 席/,
    );
    expect(words).toContain('3 条使用记录，共 150 席位小时');
    expect(words).toMatch(
      new RegExp(
        `4月20日 周一 09:00–12:00 Visual Studio 企业版 协议-Visual Studio ${codes[0]} 第 \\d 次课 课程 \\S+ 未定教室 未定讲师 30 0 未点名`,
      ),
    );
    expect(words).not.toContain('1月4日');
  });

  test('is limited to a period and a product', async () => {
    expect(wordsOf((await office.get(`/office/licences/report?pool=${pools[1]!}`)).text)).toContain(
      '1 条使用记录，共 40 席位小时',
    );
    expect(wordsOf((await office.get('/office/licences/report?from=2026-4-20&until=2026-4-20')).text)).toContain(
      '2 条使用记录',
    );
    expect(wordsOf((await office.get('/office/licences/report?from=2027-1-1&until=2027-12-31')).text)).toContain(
      '1 条使用记录，共 120 席位小时',
    );
    expect(wordsOf((await office.get('/office/licences/report?from=2026-1-1&until=2026-4-19')).text)).toContain(
      '这段时间没有使用记录',
    );
    const wrong = await office.get('/office/licences/report?from=9/3/2026');
    expect([wrong.status, wordsOf(wrong.text).includes('日期请写成 2026-3-9')]).toEqual([422, true]);
    expect((await office.get('/office/licences/report?from=2026-5-1&until=2026-4-1')).status).toBe(422);
  });

  test('is downloaded as a CSV that Excel opens with Chinese intact', async () => {
    const file = await office.get('/office/licences/report.csv?from=2026-4-1&until=2026-4-30');
    expect(file.headers['content-type']).toContain('text/csv');
    const [head, ...lines] = file.bytes
      .toString('utf8')
      .split('\r\n')
      .filter((line) => line !== '');
    expect(head).toMatch(/^\uFEFF产品,供应商,协议号或订单号,授权期限,席位,班次/);
    expect(lines.map((line) => line.split(',').filter((_, at) => [0, 1, 2, 5, 8, 9, 10, 13, 16].includes(at)))).toEqual(
      [
        ['Visual Studio 企业版', '微软', '协议-Visual Studio', codes[0], '2026-04-20', '09:00', '12:00', '30', '90'],
        ['Visual Studio 企业版', '微软', '协议-Visual Studio', codes[1], '2026-04-20', '11:00', '13:00', '10', '20'],
      ],
    );
    expect((await (await signedIn(academy, 'instructor')).get('/office/licences/report.csv')).status).toBe(403);
  });
});
