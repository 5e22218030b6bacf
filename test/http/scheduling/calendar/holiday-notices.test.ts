import { LoadHolidayNotice, PlaceSession, sessionsOfCohort } from '../../../../src/scheduling/index.js';
import { instantOf, ReadDatabase } from '../../../../src/platform/index.js';
import { aCohort, type BuiltCohort, done } from '../../../builders/cohorts.js';
import { TestAcademy } from '../../../support/app.js';
import { person, signedIn } from '../../../support/people.js';
import { type Answer, type WebClient, wordsOf } from '../../../support/web-client.js';
import { fileOf2026 } from '../../../unit/scheduling/calendar/notice-of-2026.js';

interface NoticeFile {
  year: number;
  papers: string[];
  days: { name: string; date: string; isOffDay: boolean }[];
}

/** A notice as its file, changed by `change`. */
function changed(change: (file: NoticeFile) => void, text = fileOf2026()): string {
  const file = JSON.parse(text) as NoticeFile;
  change(file);
  return JSON.stringify(file);
}

const hidden = (page: Answer, name: string): string =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x3D;', '=');
const june = (day: number) => instantOf(`2026-06-${day}`, '09:00');

describe('the notice of a year', () => {
  let academy: TestAcademy;
  let office: WebClient;
  let cohort: BuiltCohort;
  beforeEach(async () => {
    academy = await TestAcademy.open();
    office = await signedIn(academy, 'administrator');
    cohort = await aCohort(academy);
  });
  afterEach(() => academy.close());

  const compare = (text: string | Buffer) =>
    office.upload(
      '/office/calendar/differences',
      {},
      { field: 'notice', name: '2026.json', type: 'application/json', bytes: Buffer.from(text) },
    );
  const confirm = (page: Answer) =>
    office.submit('/office/calendar/notices', { notice: hidden(page, 'notice'), seen: hidden(page, 'seen') });
  const year = async (of = 2026) => wordsOf((await office.get(`/office/calendar?year=${of}`)).text);
  const byHand = (path: string, fields: Record<string, string>, of = 2026) =>
    office.post(`/office/calendar/notices/${of}/${path}`, fields);
  const place = async (at: number) =>
    done(
      await academy.app.get(PlaceSession).execute(await person(academy, 'coordinator'), {
        cohortCode: cohort.code,
        slot: { startsAt: at, endsAt: at + 3 * 3_600_000, roomId: null, instructors: [], licences: [] },
      }),
    );

  test('is not yet published, entered by hand, or loaded; each year shows its state and source', async () => {
    expect(await year()).toMatch(/未公布 .*2026 年放假通知还未公布/);
    await byHand('holidays', { from: '6月19日', until: '6月21日', nameZh: '端午节', nameEn: '' });
    expect(await year()).toMatch(/手工录入 2026年3月2日 09:00由周敏开始录入/);
    expect(await year()).not.toContain('还未公布');
    academy.clock.moveTo(instantOf('2026-03-03', '10:30'));
    await confirm(await compare(fileOf2026()));
    const page = await office.get('/office/calendar?year=2026');
    expect(wordsOf(page.text)).toMatch(/已载入 2026年3月3日 10:30由周敏从文件载入 通知原文 1/);
    expect(page.text).toMatch(/<a [^>]*href="https:\/\/www\.gov\.cn[^>]* rel="noreferrer"/);
    academy.clock.moveTo(instantOf('2026-03-04', '08:00'));
    await byHand('make-up-days/2026-10-10/removal', {});
    expect(await year()).toMatch(/已载入 .*2026年3月4日 08:00由周敏手工修改/);
    expect(await year(2027)).toMatch(/未公布 .*2027 年放假通知还未公布 .*一般在前一年 11 月公布/);
  });

  test('shows what a file would change before loading it, and the number of sessions on days to be closed', async () => {
    await place(june(18));
    await place(june(21));
    await byHand('holidays', { from: '6月18日', until: '6月20日', nameZh: '端午节', nameEn: '' });
    await byHand('make-up-days', { date: '6月28日', holidayZh: '端午节', holidayEn: '', follows: '5' });
    const page = await compare(fileOf2026());
    const words = wordsOf(page.text);
    expect(page.status).toBe(200);
    expect(words).toMatch(/新增 37 天 改动 0 天 删除 2 天 课次受影响 1 有 1 次课/);
    expect(words).toMatch(/有 1 次课排在将要放假的日子 .*6月21日 周日 09:00–12:00 · 端午节/);
    expect(await year()).toMatch(/手工录入 .*放假 3 天，调休上班 1 天/);
    expect(wordsOf((await confirm(page)).text)).toContain('2026 年通知已载入，共 39 天；1 次课落在放假或停课日');
    expect(await year()).toMatch(/已载入 .*放假 33 天，调休上班 6 天/);
    expect(wordsOf((await compare(fileOf2026())).text)).toContain('与现有的一样，没有变化');
  });

  test('a correction replaces the days of its own year only, and keeps manual additions', async () => {
    await confirm(await compare(fileOf2026()));
    await byHand('holidays', { from: '2026-12-31', until: '2027-01-02', nameZh: '元旦', nameEn: '' }, 2027);
    await office.submit('/office/calendar/make-up-days/2026-05-09/timetable', { follows: '2' });
    expect(await year()).toContain('调休上班 · 劳动节 · Labour Day · 按周二课表上课');
    await office.submit('/office/calendar/closures', {
      from: '2026-8-3',
      until: '2026-8-5',
      nameZh: '校园检修',
      nameEn: 'Maintenance',
    });
    await office.submit('/office/calendar/closures', {
      from: '2026-9-20',
      until: '2026-9-20',
      nameZh: '消防演练',
      nameEn: '',
    });
    const page = await compare(
      changed((file) => {
        file.days = file.days.filter(({ date }) => date !== '2026-10-07');
        file.days.find(({ date }) => date === '2026-09-20')!.isOffDay = true;
      }),
    );
    expect(wordsOf(page.text)).toMatch(
      /新增 0 天 改动 1 天 删除 1 天 .*9月20日 周日 调休上班 · 国庆节 · National Day 改为 .*9月20日 周日 放假/,
    );
    await confirm(page);
    expect(await year()).toMatch(
      /放假 33 天，调休上班 5 天 .*按周二课表上课 .*校园检修 .*9月20日 周日 停课 · 消防演练/,
    );
    expect(await year(2027)).toMatch(/手工录入 .*12月31日 周四 – 1月2日 周六/);
  });

  test('with the same days but other original notices shows that only its source changes', async () => {
    await confirm(await compare(fileOf2026()));
    const page = await compare(changed((file) => file.papers.push('https://www.gov.cn/zhengce/second.htm')));
    expect(wordsOf(page.text)).toContain('日子一样，只是来源会变');
    await confirm(page);
    expect(await year()).toContain('通知原文 2');
  });

  test('is refused at the confirmation if it has changed since it was shown', async () => {
    const page = await compare(fileOf2026());
    await byHand('holidays', { from: '6月18日', until: '6月20日', nameZh: '端午节', nameEn: '' });
    const answer = await office.post('/office/calendar/notices', {
      notice: hidden(page, 'notice'),
      seen: hidden(page, 'seen'),
    });
    expect(answer.status).toBe(422);
    expect(wordsOf(answer.text)).toMatch(/2026 年的日子又有改动，所以什么也没有载入.* 新增 37 天 改动 0 天 删除 1 天/);
    expect(await year()).toContain('放假 3 天');
    expect(wordsOf((await confirm(answer)).text)).toContain('已载入');
  });

  test('never changes sessions, neither past nor ahead', async () => {
    await place(june(19));
    academy.clock.moveTo(instantOf('2026-06-20', '09:00'));
    office = await signedIn(academy, 'administrator');
    await place(june(21));
    const sessions = () => sessionsOfCohort((query) => academy.app.get(ReadDatabase).query(query), cohort.id);
    const before = await sessions();
    expect(wordsOf((await confirm(await compare(fileOf2026()))).text)).toContain('1 次课落在放假或停课日');
    expect(await sessions()).toEqual(before);
  });

  test('a day of another year’s notice stays there and is named', async () => {
    await byHand('holidays', { from: '2025-12-31', until: '2025-12-31', nameZh: '元旦', nameEn: '' }, 2025);
    const withEve = changed((file) => file.days.push({ name: '元旦', date: '2025-12-31', isOffDay: true }));
    const page = await compare(withEve);
    expect(wordsOf(page.text)).toContain('已在另一年的通知里，不重复载入：2025年12月31日');
    await confirm(page);
    expect(await year(2025)).toContain('手工录入');
    expect(
      wordsOf((await byHand('holidays', { from: '2025-12-31', until: '2026-01-03', nameZh: '元旦', nameEn: '' })).text),
    ).toContain('2025年12月31日 已在另一年的通知里');
  });

  test('an empty file warns that all days are removed; the year is then not yet published again', async () => {
    await confirm(await compare(fileOf2026()));
    const page = await compare('{"year": 2026, "papers": [], "days": []}');
    expect(wordsOf(page.text)).toContain('文件里没有日子：2026 年通知尚未公布');
    await confirm(page);
    expect(await year()).toMatch(/未公布 .*2026 年放假通知还未公布/);
  });

  test('an invalid file is refused with the line, and nothing is loaded', async () => {
    const gbk = Buffer.concat([
      Buffer.from('{"year": 2026, "papers": [],\n"days": [{"name": "'),
      Buffer.from([0xd4, 0xaa, 0xb5, 0xa9]),
      Buffer.from('", "date": "2026-01-01", "isOffDay": true}]}'),
    ]);
    for (const [bytes, words] of [
      [Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), '第 1 行起不是 UTF-8 文字'],
      [gbk, '第 2 行起不是 UTF-8 文字'],
      [Buffer.alloc(4_900_000, '{'), '超过 200,000，不像放假通知'],
      [Buffer.from('{"name": "it-academy",\n"version": "1"}'), '这不是放假通知：第 1 行应有 year 与 days'],
      [
        Buffer.from(
          changed((file) => {
            file.days[3]!.date = '2019-10-01';
          }),
        ),
        '不属于这一年的通知',
      ],
      [Buffer.from(fileOf2026().slice(0, 300)), '不是有效的 JSON'],
    ] as const) {
      const answer = await compare(bytes);
      expect([words, answer.status]).toEqual([words, 422]);
      expect(wordsOf(answer.text)).toContain(words);
    }
    expect((await office.post('/office/calendar/differences')).status).toBe(422);
    expect((await office.post('/office/calendar/notices', { notice: '{"year": 2026', seen: '' })).status).toBe(422);
    expect(await year()).toContain('2026 年放假通知还未公布');
  });

  test('sessions in a year without a notice show that, with what to do', async () => {
    await place(instantOf('2027-01-12', '09:00'));
    await place(instantOf('2027-01-13', '09:00'));
    done(await academy.app.get(LoadHolidayNotice).execute(await person(academy, 'administrator'), fileOf2026()));
    expect(await year(2027)).toMatch(
      new RegExp(`这一年已排 2 次课，公布后要再看一遍 ${cohort.code} · 2 次课，1月12日 周二 至 1月13日 周三`),
    );
    const sessions = wordsOf((await office.get(`/office/cohorts/${cohort.code}/sessions`)).text);
    expect(sessions).toMatch(/有 2 次课排在放假通知未公布的 2027 年 .*一般在前一年 11 月公布.* 打开 2027 年校历/);
    expect(sessions.match(/该年放假通知未公布/g)).toHaveLength(2);
    expect(wordsOf((await office.get('/office/timetable?week=2027-01-12')).text)).toMatch(
      /2027 年放假通知还未公布，这些日子可能有变.* 打开 2027 年校历/,
    );
    expect(wordsOf((await office.get('/office/timetable?week=2026-12-28')).text)).toContain('2027 年放假通知还未公布');
    expect(wordsOf((await office.get('/office/timetable?week=2026-12-21')).text)).not.toContain('还未公布');
    const coordinator = wordsOf(
      (await (await signedIn(academy, 'coordinator')).get('/office/timetable?week=2027-01-12')).text,
    );
    expect(coordinator).toContain('2027 年放假通知还未公布');
    expect(coordinator).not.toContain('打开 2027 年校历');
  });

  test('the database allows a followed weekday for make-up workdays only', async () => {
    const put = (day: Record<string, unknown>) =>
      academy.write(async (tx) => {
        await tx.of('CalendarDay').insert({ name: '试', nameEn: null, noticeYear: null, ...day });
        await tx.audit('calendar.closureDeclared', { type: 'calendar', id: '1', label: '试' });
      });
    await byHand('holidays', { from: '6月19日', until: '6月19日', nameZh: '端午节', nameEn: '' });
    await expect(put({ date: '2026-08-01', kind: 'closure', follows: 2 })).rejects.toThrow(/ck_calendar_day_follows/);
    await expect(put({ date: '2026-08-01', kind: 'makeUpWorkday', noticeYear: 2026, follows: 8 })).rejects.toThrow(
      /ck_calendar_day_follows/,
    );
    await put({ date: '2026-08-01', kind: 'makeUpWorkday', noticeYear: 2026, follows: 7 });
  });
});
