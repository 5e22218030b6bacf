import { openAccount } from '../../../../src/accounts/index.js';
import { LoadHolidayNotice, PlaceSession } from '../../../../src/scheduling/index.js';
import { aCohort, aSlot, type BuiltCohort, done } from '../../../builders/cohorts.js';
import { TestAcademy } from '../../../support/app.js';
import { person, signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';
import { fileOf2026 } from '../../../unit/scheduling/calendar/notice-of-2026.js';

describe('rooms, instructors and the calendar', () => {
  let academy: TestAcademy;
  let office: WebClient;
  let cohort: BuiltCohort;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    office = await signedIn(academy, 'administrator');
    cohort = await aCohort(academy);
  });
  afterAll(() => academy.close());

  const room = {
    code: 'LAB-2',
    nameZh: '实训室 2',
    nameEn: 'Lab 2',
    kind: 'lab',
    seats: '30',
    placeZh: '齐鲁软件园 3 号楼',
    placeEn: 'Building 3',
  };

  test('every page works in both languages and shows no raw message key', async () => {
    for (const language of ['zh-CN', 'en']) {
      const browser = await signedIn(academy, 'administrator', language);
      const pages = [
        '/office/timetable',
        '/office/timetable?by=instructor&week=2026-03-12',
        '/office/timetable?q=nothing-of-that-name',
        '/office/rooms',
        '/office/rooms/new',
        `/office/rooms/${cohort.roomCode}`,
        `/office/rooms/${cohort.roomCode}/edit`,
        '/office/instructors',
        '/office/instructors/new',
        `/office/instructors/${cohort.instructorId}`,
        `/office/instructors/${cohort.instructorId}/edit`,
        '/office/calendar',
        '/office/calendar?year=2027',
        '/office/calendar/notices/2027',
        `/office/cohorts/${cohort.code}/sessions`,
        `/office/cohorts/${cohort.code}/sessions/new`,
        `/office/cohorts/${cohort.code}/sessions/pattern`,
        '/my/calendar',
      ];
      for (const path of pages) {
        const page = await browser.get(path);
        expect([path, page.status]).toEqual([path, 200]);
        expect(wordsOf(page.text)).not.toMatch(
          /\[object|undefined|\b(session|room|instructor|calendar|feed|timetable|qualification)\.[a-z_]+\b/,
        );
      }
    }
  });

  test('a room is added, changed, closed and reopened; its code is unique', async () => {
    expect(wordsOf((await office.submit('/office/rooms', room)).text)).toContain('已添加 LAB-2');
    const twice = await office.post('/office/rooms', room);
    expect(twice.status).toBe(422);
    expect(wordsOf(twice.text)).toContain('编号 LAB-2 已用于另一间');
    expect(wordsOf((await office.submit('/office/rooms/LAB-2', { ...room, seats: '40' })).text)).toContain('40');
    expect(wordsOf((await office.submit('/office/rooms/LAB-2/closure')).text)).toContain('已停用');
    expect(wordsOf((await office.get('/office/rooms')).text)).not.toContain('LAB-2');
    expect(wordsOf((await office.submit('/office/rooms/LAB-2/reopening')).text)).toContain('已恢复使用');
    expect((await office.get('/office/rooms/NONE')).status).toBe(404);
  });

  test('a room with sessions ahead can be neither closed nor made too small', async () => {
    const closing = await office.post(`/office/rooms/${cohort.roomCode}/closure`);
    expect(closing.status).toBe(422);
    expect(wordsOf(closing.text)).toContain('这里还有 1 次课');
    const small = await office.post(`/office/rooms/${cohort.roomCode}`, { ...room, code: cohort.roomCode, seats: '9' });
    expect(wordsOf(small.text)).toContain(`${cohort.code} 还要在这里上课，需要 10 个座位`);
  });

  test('an instructor is added with an instructor account and a qualification, which cannot be withdrawn while sessions need it', async () => {
    const unknown = await office.post('/office/instructors', { name: '孙丽', accountEmail: 'nobody@academy.example' });
    expect(wordsOf(unknown.text)).toContain('没有使用 nobody@academy.example 且角色为讲师的账户');
    const squatted = 'sun.li@academy.example';
    await academy.write((tx) =>
      openAccount(tx, {
        email: squatted,
        name: '孙丽',
        passwordHash: 'chosen without proof',
        language: 'zh-CN',
        roles: ['instructor'],
        emailVerified: false,
      }),
    );
    const unproven = await office.post('/office/instructors', { name: '孙丽', accountEmail: squatted });
    expect([unproven.status, wordsOf(unproven.text)]).toEqual([422, expect.stringContaining(`${squatted} 从未验证过`)]);
    const teacher = await person(academy, 'instructor');
    const added = await office.submit('/office/instructors', {
      name: '孙丽',
      latinName: 'Sun Li',
      accountEmail: teacher.email,
    });
    const at = added.path;
    const reversed = await office.post(`${at}/qualifications`, {
      courseId: cohort.courseId,
      validFrom: '2026-5-1',
      validUntil: '2026-4-1',
    });
    expect(wordsOf(reversed.text)).toContain('早于起始日');
    expect(
      wordsOf(
        (
          await office.submit(`${at}/qualifications`, {
            courseId: cohort.courseId,
            validFrom: '',
            validUntil: '2026-03-31',
          })
        ).text,
      ),
    ).toContain('至 2026年3月31日');
    const coordinator = await person(academy, 'coordinator');
    const id = at.split('/').at(-1)!;
    const on = (day: string) => ({
      cohortCode: cohort.code,
      slot: aSlot(day, ['09:00', '12:00'], { instructorId: id }),
    });
    expect(await academy.app.get(PlaceSession).execute(coordinator, on('2026-04-01'))).toMatchObject({
      reasons: [{ code: 'instructorNotQualifiedOnTheDate' }],
    });
    done(await academy.app.get(PlaceSession).execute(coordinator, on('2026-03-31')));
    const withdrawal = /action="([^"]*\/withdrawal)"/.exec((await office.get(at)).text)![1]!;
    const kept = await office.post(withdrawal);
    expect(kept.status).toBe(422);
    expect(wordsOf(kept.text)).toMatch(new RegExp(`${cohort.code} 第 \\d 次课.*还需要这项资格`));
    expect((await office.post(`${at}/retirement`)).status).toBe(422);
    const teaching = await (await signedIn(academy, teacher)).get('/teaching');
    expect(wordsOf(teaching.text)).toContain('3月31日 周二');
  });

  test('a notice is loaded from its file, all or nothing, and lists the sessions on holidays', async () => {
    const file = (text: string) => ({
      field: 'notice',
      name: '2026.json',
      type: 'application/json',
      bytes: Buffer.from(text),
    });
    const coordinator = await person(academy, 'coordinator');
    done(
      await academy.app
        .get(PlaceSession)
        .execute(coordinator, { cohortCode: cohort.code, slot: aSlot('2026-05-04', ['09:00', '12:00']) }),
    );
    const broken = await office.upload(
      '/office/calendar/differences',
      {},
      file(fileOf2026().replace('2026-02-17', '2026-02-37')),
    );
    expect(broken.status).toBe(422);
    expect(wordsOf(broken.text)).toMatch(/第 \d+ 行：days\[\d+\]\.date 应是真实日期/);
    expect(wordsOf((await office.get('/office/calendar?year=2026')).text)).toContain('2026 年放假通知还未公布');
    expect((await office.upload('/office/calendar/differences', {}, file('\u0089PNG'))).status).toBe(422);
    expect((await office.post('/office/calendar/notices')).status).toBe(422);
    const shown = await office.upload('/office/calendar/differences', {}, file(fileOf2026()));
    expect(wordsOf((await office.get('/office/calendar?year=2026')).text)).toContain('2026 年放假通知还未公布');
    const seen = /name="seen" value="([^"]*)"/.exec(shown.text)![1]!;
    const words = wordsOf((await office.submit('/office/calendar/notices', { notice: fileOf2026(), seen })).text);
    expect(words).toContain('2026 年通知已载入，共 39 天；1 次课落在放假或停课日');
    expect(words).toMatch(/有 1 次课落在放假或停课日 .*5月4日 周一 09:00–12:00 · 劳动节/);
    done(await academy.app.get(LoadHolidayNotice).execute(await person(academy, 'administrator'), fileOf2026()));
  });

  test('a closure is declared and lifted again', async () => {
    const declared = await office.submit('/office/calendar/closures', {
      from: '2026-8-3',
      until: '8月5日',
      nameZh: '校园检修',
      nameEn: '',
    });
    expect(wordsOf(declared.text)).toContain('停课 3 天已登记');
    expect(
      (
        await office.post('/office/calendar/closures', {
          from: '2026-8-4',
          until: '2026-8-4',
          nameZh: '又一次',
          nameEn: '',
        })
      ).status,
    ).toBe(422);
    expect(
      (
        await office.post('/office/calendar/closures', {
          from: '2026-8-6',
          until: '2026-8-1',
          nameZh: '反了',
          nameEn: '',
        })
      ).status,
    ).toBe(422);
    expect(wordsOf((await office.submit('/office/calendar/closures/2026-08-04/lifting')).text)).toContain(
      '2026年8月4日 恢复上课',
    );
    expect((await office.post('/office/calendar/closures/2026-08-04/lifting')).status).toBe(404);
  });

  test('only administrators change rooms, instructors and the calendar; the office sees them', async () => {
    const coordinator = await signedIn(academy, 'coordinator');
    for (const path of [
      '/office/rooms/new',
      `/office/rooms/${cohort.roomCode}/edit`,
      '/office/instructors/new',
      '/office/calendar',
    ])
      expect([path, (await coordinator.get(path)).status]).toEqual([path, 403]);
    for (const path of [
      '/office/rooms',
      `/office/rooms/${cohort.roomCode}`,
      '/office/instructors',
      '/office/timetable',
    ])
      expect([path, (await coordinator.get(path)).status]).toEqual([path, 200]);
    expect((await coordinator.get('/office/rooms')).text).not.toContain('/office/rooms/new');
    const trainee = await signedIn(academy, 'trainee');
    for (const path of ['/office/timetable', '/teaching', '/office/rooms'])
      expect([path, (await trainee.get(path)).status]).toEqual([path, 403]);
  });
});
