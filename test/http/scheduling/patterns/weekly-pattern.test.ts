import { DeclareClosure, LoadHolidayNotice, sessionsOfCohort } from '../../../../src/scheduling/index.js';
import { clockOf, dayOf, ReadDatabase } from '../../../../src/platform/index.js';
import { aCohort, type BuiltCohort, done } from '../../../builders/cohorts.js';
import { TestAcademy } from '../../../support/app.js';
import { person, signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';
import { fileOf2026 } from '../../../unit/scheduling/calendar/notice-of-2026.js';
import { linksOf } from '../links.js';

describe('sessions by weekly pattern', () => {
  let academy: TestAcademy;
  let office: WebClient;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    done(await academy.app.get(LoadHolidayNotice).execute(await person(academy, 'administrator'), fileOf2026()));
    office = await signedIn(academy, 'coordinator');
  });
  afterAll(() => academy.close());

  const pattern = (cohort: BuiltCohort, more: Record<string, string | readonly string[]> = {}) => ({
    startDate: '2026-4-27',
    weekdays: ['1', '3'],
    startTime: '9:00',
    endTime: '12:00',
    sessions: '4',
    hours: '',
    lastDate: '',
    everyNWeeks: '1',
    roomId: cohort.roomId,
    instructorId: cohort.instructorId,
    skipDates: '',
    extraDates: '',
    ...more,
  });
  const query = (fields: Record<string, string | readonly string[]>) =>
    new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    ).toString();
  const at = (cohort: BuiltCohort) => `/office/cohorts/${cohort.code}/sessions`;
  const preview = async (cohort: BuiltCohort, more = {}) =>
    office.get(`${at(cohort)}/preview?${query(pattern(cohort, more))}`);
  const standing = async (cohort: BuiltCohort) =>
    (await sessionsOfCohort((ask) => academy.app.get(ReadDatabase).query(ask), cohort.id)).map(
      (one) => `${dayOf(one.startsAt)} ${clockOf(one.startsAt)}`,
    );

  test('are previewed with every date, holidays and make-up workdays, and then scheduled', async () => {
    const cohort = await aCohort(academy);
    const page = await preview(cohort, { startDate: '4月27日' });
    const words = wordsOf(page.text);
    expect(page.status).toBe(200);
    expect(words).toContain('4 次课，共 12 小时');
    expect(words).toMatch(/5月4日 周一.*放假，跳过.*劳动节/);
    expect(words).toContain('5月9日 周六（劳动节调休）也上课');
    expect(await standing(cohort)).toHaveLength(1);
    const placed = await office.submit(at(cohort), pattern(cohort));
    expect(wordsOf(placed.text)).toContain('4 次课已排好');
    expect(await standing(cohort)).toEqual([
      '2026-03-12 09:00',
      '2026-04-27 09:00',
      '2026-04-29 09:00',
      '2026-05-06 09:00',
      '2026-05-11 09:00',
    ]);
  });

  test('teach on a make-up workday that a click adds', async () => {
    const cohort = await aCohort(academy);
    const link = linksOf((await preview(cohort)).text).find((one) => one.includes('extraDates=2026-05-09'));
    expect(wordsOf((await office.get(link ?? '')).text)).toMatch(/5月9日 周六 09:00–12:00 \d+ 号教室 · 讲师\d+ 上课/);
  });

  test('skip a day on which the academy is closed', async () => {
    const cohort = await aCohort(academy);
    done(
      await academy.app.get(DeclareClosure).execute(await person(academy, 'administrator'), {
        from: '2026-06-08',
        until: '2026-06-08',
        nameZh: '停电检修',
        nameEn: 'Maintenance',
      }),
    );
    expect(wordsOf((await preview(cohort, { startDate: '2026-06-08' })).text)).toMatch(
      /6月8日 周一 09:00–12:00 — 停课，跳过 停课（停电检修）/,
    );
  });

  test('are refused if one date clashes; the other session is named, and the suggestions are free', async () => {
    const holder = await aCohort(academy);
    await office.submit(at(holder), pattern(holder, { startDate: '2026-07-06', sessions: '4' }));
    const late = await aCohort(academy);
    const wanted = { ...pattern(late, { startDate: '2026-07-08', sessions: '2' }), roomId: holder.roomId };
    const page = await office.get(`${at(late)}/preview?${query(wanted)}`);
    const words = wordsOf(page.text);
    expect(words).toContain('有 2 天排不下');
    expect(words).toContain(`那时已给 ${holder.code} 第 3 次课（7月8日 周三 09:00–12:00）`);
    expect(page.text).not.toContain('写进课表</button>');
    const refused = await office.post(at(late), wanted);
    expect(refused.status).toBe(422);
    expect(await standing(late)).toHaveLength(1);
    const other = /从这些时间开始每一天都空着： (\d\d):(\d\d)/.exec(words)!;
    const taken = await office.submit(at(late), {
      ...wanted,
      startTime: `${other[1]}:${other[2]}`,
      endTime: `${Number(other[1]) + 3}:${other[2]}`,
    });
    expect(wordsOf(taken.text)).toContain('2 次课已排好');
  });

  test('keep everything typed when the form is invalid, with errors beside the fields', async () => {
    const cohort = await aCohort(academy);
    const page = await preview(cohort, { startDate: '2026-2-29', sessions: '400', skipDates: '3月9日' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('value="2026-2-29"');
    expect(page.text).toContain('3月9日');
    expect(wordsOf(page.text)).toContain('请填写 1 到 200 之间的数');
    expect((await preview(cohort, { sessions: '' })).status).toBe(422);
    expect((await preview(cohort, { startTime: '22:00', endTime: '1:00' })).status).toBe(422);
    const past = await preview(cohort, { startDate: '2026-02-02' });
    expect(wordsOf(past.text)).toContain('已经过去');
    expect((await office.post(at(cohort), pattern(cohort, { startDate: '2026-02-02' }))).status).toBe(422);
  });

  test('show beside the part that its end is before its start', async () => {
    const cohort = await aCohort(academy);
    const second = { weekdays2: '2', startTime2: '14:00', endTime2: '13:00' };
    const page = await preview(cohort, second);
    expect(page.status).toBe(422);
    expect(page.text).toMatch(/href="#field-endTime2">下课（13:00）早于上课（14:00）/);
    expect((await office.post(at(cohort), { ...pattern(cohort), ...second })).status).toBe(422);
    const night = await preview(cohort, { weekdays3: '2', startTime3: '22:00', endTime3: '1:00' });
    expect(night.text).toMatch(/href="#field-endTime3">22:00 到次日 01:00 跨过了午夜/);
  });

  test('report a choice in a part without days and times instead of dropping it', async () => {
    const cohort = await aCohort(academy);
    const page = await preview(cohort, { roomId2: cohort.roomId });
    expect(page.status).toBe(422);
    expect(page.text).toMatch(/href="#field-roomId2">这一段还没有星期几和时间/);
  });

  test('are for the office only', async () => {
    const cohort = await aCohort(academy);
    const trainee = await signedIn(academy, 'trainee');
    expect((await trainee.get(at(cohort))).status).toBe(403);
    expect((await trainee.post(at(cohort), pattern(cohort))).status).toBe(403);
    expect((await academy.client().get(at(cohort))).location).toContain('/sign-in');
    expect((await office.get('/office/cohorts/NO-SUCH/sessions/preview')).status).toBe(404);
  });
});
