import { TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';

describe('holidays and closures entered by hand', () => {
  let academy: TestAcademy;
  let office: WebClient;
  beforeEach(async () => {
    academy = await TestAcademy.open();
    office = await signedIn(academy, 'administrator');
  });
  afterEach(() => academy.close());
  const year = async (of = 2026) => wordsOf((await office.get(`/office/calendar?year=${of}`)).text);
  const byHand = (path: string, fields: Record<string, string>, of = 2026) =>
    office.post(`/office/calendar/notices/${of}/${path}`, fields);

  test('can be entered and corrected by hand, with errors beside the fields', async () => {
    const reversed = await byHand('holidays', { from: '5月5日', until: '5月1日', nameZh: '劳动节', nameEn: '' });
    expect([reversed.status, wordsOf(reversed.text)]).toEqual([422, expect.stringContaining('早于第一天')]);
    expect(reversed.text).toContain('value="5月5日"');
    expect(
      wordsOf(
        (await byHand('make-up-days', { date: '2026-05-08', holidayZh: '劳动节', holidayEn: '', follows: '' })).text,
      ),
    ).toContain('2026年5月8日 本来就是工作日');
    const added = await office.submit('/office/calendar/notices/2026/holidays', {
      from: '5月1日',
      until: '5月5日',
      nameZh: '劳动节',
      nameEn: '',
    });
    expect(wordsOf(added.text)).toMatch(
      /已录入劳动节，5 天.*5月1日 周五 – 5月5日 周二 5 天 放假 · 劳动节 · Labour Day/,
    );
    await office.submit('/office/calendar/notices/2026/make-up-days', {
      date: '5月9日',
      holidayZh: '劳动节',
      holidayEn: '',
      follows: '2',
    });
    expect(await year()).toContain('按周二课表上课');
    await office.submit('/office/calendar/make-up-days/2026-05-09/timetable', { follows: '' });
    expect(await year()).not.toContain('· 按周二课表上课');
    expect(wordsOf((await office.submit('/office/calendar/notices/2026/holidays/2026-05-05/removal')).text)).toContain(
      '5月1日 周五 – 5月4日 周一',
    );
    await office.submit('/office/calendar/notices/2026/holidays/2026-05-01/removal', { until: '2026-05-04' });
    await office.submit('/office/calendar/notices/2026/make-up-days/2026-05-09/removal');
    expect(await year()).toContain('2026 年放假通知还未公布');
    for (const path of [
      'notices/2026/holidays/2026-05-01/removal',
      'notices/2026/make-up-days/2026-05-09/removal',
      'make-up-days/2026-05-09/timetable',
      'notices/99/holidays',
      'notices/2026/holidays/soon/removal',
    ]) {
      expect([path, (await office.post(`/office/calendar/${path}`)).status]).toEqual([path, 404]);
    }
    expect((await office.get('/office/calendar/notices/next')).status).toBe(404);
  });

  test('reloading a page after a failed form leads back to the form', async () => {
    for (const path of ['differences', 'notices', 'closures'])
      expect([path, (await office.get(`/office/calendar/${path}`)).location]).toEqual([path, '/office/calendar']);
    for (const path of ['holidays', 'make-up-days'])
      expect((await office.get(`/office/calendar/notices/2026/${path}`)).location).toBe(
        '/office/calendar/notices/2026',
      );
    const refused = await office.upload(
      '/office/calendar/differences',
      { year: 2027 },
      { field: 'notice', name: 'a.json', type: 'application/json', bytes: Buffer.from('{') },
    );
    expect(wordsOf(refused.text)).toContain('2027 年校历');
  });

  test('closures are listed as spans with both names, and lifted whole or by day', async () => {
    await office.submit('/office/calendar/closures', {
      from: '2026-8-3',
      until: '2026-8-7',
      nameZh: '校园检修',
      nameEn: 'Maintenance',
    });
    expect(await year()).toMatch(/8月3日 周一 – 8月7日 周五 5 天 停课 · 校园检修 · Maintenance/);
    await office.submit('/office/calendar/closures/2026-08-05/lifting');
    expect(await year()).toMatch(/8月3日 周一 – 8月4日 周二 2 天 .*8月6日 周四 – 8月7日 周五 2 天/);
    expect(
      wordsOf((await office.submit('/office/calendar/closures/2026-08-03/lifting', { until: '2026-08-04' })).text),
    ).toContain('已恢复上课 2 天');
    expect(await year()).not.toContain('8月3日');
    expect(await year()).toContain('8月6日');
    expect((await office.post('/office/calendar/closures/2026-08-03/lifting', { until: '2026-08-04' })).status).toBe(
      404,
    );
  });
});
