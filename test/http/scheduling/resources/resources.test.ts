import { ScheduleByPattern } from '../../../../src/scheduling/index.js';
import { done, type BuiltCohort, aCohort } from '../../../builders/cohorts.js';
import { TestAcademy } from '../../../support/app.js';
import { person, signedIn, someone } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';

const POOL = {
  kind: 'software',
  product: 'Visual Studio',
  edition: 'Enterprise',
  vendor: '微软',
  agreement: 'MS-EA-1',
  seats: '40',
  validFrom: '2026-1-1',
  validUntil: '2026-5-13',
};

/** What the button under the list of sessions sends. */
function seenIn(page: string): string {
  return /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? 'nothing';
}

describe('when rooms and people may be booked, and with which licences', () => {
  let academy: TestAcademy;
  let office: WebClient;
  let administrator: WebClient;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    [office, administrator] = [await signedIn(academy, 'coordinator'), await signedIn(academy, 'administrator')];
  });
  afterAll(() => academy.close());

  let serial = 0;
  /** A cohort whose code, room and agreement are its own, with four evenings in a week and one after it. */
  const aBusyCohort = async (): Promise<BuiltCohort & { room: string }> => {
    serial += 1;
    const cohort = await aCohort(academy, { capacity: 30, code: `BUSY-${serial}`, on: '2026-04-01' });
    const meetings = ([1, 2, 3, 4] as const).map((weekday) => ({
      weekday,
      startTime: '18:30',
      endTime: '21:30',
      roomId: cohort.roomId,
      instructors: [{ instructorId: cohort.instructorId, role: 'lead' as const }],
      licences: [],
    }));
    done(
      await academy.app.get(ScheduleByPattern).place(await person(academy, 'coordinator'), {
        cohortCode: cohort.code,
        pattern: {
          startDate: '2026-05-11',
          meetings,
          extent: { by: 'sessions', sessions: 5 },
          everyNWeeks: 1,
          skipDates: [],
          breaks: [],
          extraDates: [],
        },
      }),
    );
    const room = /\/office\/rooms\/(R\d+)"[^>]*>[^<]*<\/a>/g;
    const page = (await administrator.get('/office/rooms')).text;
    const rooms = [...page.matchAll(room)].map(([, code]) => code!);
    for (const code of rooms)
      if ((await administrator.get(`/office/rooms/${code}`)).text.includes(cohort.code))
        return { ...cohort, room: code };
    throw new Error('no room');
  };
  const aPool = async (change: Partial<typeof POOL> = {}): Promise<string> => {
    serial += 1;
    const added = await office.submit('/office/licences', { ...POOL, agreement: `MS-EA-${serial}`, ...change });
    return added.path.split('/').at(-1)!;
  };
  const place = (cohort: BuiltCohort, fields: Record<string, string>) =>
    office.post(`/office/cohorts/${cohort.code}/sessions/single`, { startTime: '9:00', endTime: '12:00', ...fields });

  test('a coordinator who closes a lab for a week is told of the four sessions in it; none is moved; lifted, they are well again', async () => {
    const { room, code } = await aBusyCohort();
    const at = `/office/rooms/${room}/unavailability`;
    const week = { fromDay: '2026-5-11', untilDay: '5月17日', reason: '换空调' };
    const foreseen = await office.post(at, week, at);
    expect(wordsOf(foreseen.text)).toMatch(/还没有登记：这段时间里有 4 次课.*5月11日 周一 18:30–21:30.*5月14日/);
    expect(wordsOf((await office.get(at)).text)).toContain('接下来没有停用安排');
    const closed = await office.submit(at, { ...week, seen: seenIn(foreseen.text) }, at);
    expect(wordsOf(closed.text)).toContain('停用已登记；受影响的课：4 次');
    expect(wordsOf(closed.text)).toContain('4 次课受影响，需要调整');
    expect(closed.text).toMatch(/href="\/office\/repairs\/new\?room(=|&#x3D;)[0-9a-f-]{36}"/);
    const page = wordsOf((await office.get(`/office/rooms/${room}`)).text);
    expect(page).toMatch(/4 次课受影响.*5月11日 周一 18:30–21:30.*停用.*换空调.*5月14日/);
    expect(page).not.toMatch(/4 次课受影响.*5月18日 周一 18:30.*一起调整/);
    expect(wordsOf((await office.get('/office/tasks?kind=shutOut')).text)).toMatch(
      /调整停用或请假期间的课 换空调 · \d+ 号教室 换空调（李静 登记），还有 4 次课排在其中，最早 2026年5月11日 18:30/,
    );
    expect(wordsOf((await office.get(`/office/cohorts/${code}/sessions`)).text)).toContain('5月11日');
    expect(wordsOf((await office.post(at, { fromDay: '2026-5-17', reason: '又一次' })).text)).toContain(
      '已登记过（换空调）',
    );
    const lifting = /action="([^"]*\/lifting)"/.exec((await office.get(at)).text)![1]!;
    expect(wordsOf((await office.submit(lifting)).text)).toContain('停用已撤销');
    expect((await office.post(lifting)).status).toBe(404);
    expect(wordsOf((await office.get(`/office/rooms/${room}`)).text)).not.toContain('受影响，需要调整');
  });

  test('hours are kept as typed; wrong ones are told beside their day and nothing is lost', async () => {
    const { room, instructorId } = await aBusyCohort();
    for (const at of [`/office/rooms/${room}/hours`, `/office/instructors/${instructorId}/hours`]) {
      const wrong = await office.post(at, { day1: '9:00-8:00', day2: '9-12, 14-22' });
      expect(wrong.status).toBe(422);
      expect(wrong.text).toMatch(/id="field-day1-error"[\s\S]{0,600}9:00-8:00 结束早于开始/);
      expect(wrong.text).toContain('value="9-12, 14-22"');
      const saved = await office.submit(at, { day1: '9：00－12：00', day2: '9-12, 14-22', day3: '8-22', day4: '8-22' });
      expect(wordsOf(saved.text)).toContain('有 2 次课要调整');
      expect(wordsOf(saved.text)).toMatch(/周一 9:00–12:00 周二 9:00–12:00 14:00–22:00 .*周五 不排课/);
      expect(wordsOf((await office.submit(at, {})).text)).toContain('任何时间都可以排课');
    }
  });

  test('a session outside the hours, or in a closure, is refused with the reason', async () => {
    const cohort = await aBusyCohort();
    await office.submit(`/office/rooms/${cohort.room}/hours`, {
      day1: '18:00-22:00',
      day2: '18:00-22:00',
      day3: '18:00-22:00',
      day4: '18:00-22:00',
    });
    await office.submit(`/office/rooms/${cohort.room}/unavailability`, { fromDay: '2026-6-1', reason: '考试占用' });
    expect(wordsOf((await place(cohort, { date: '2026-6-2', roomId: cohort.roomId })).text)).toContain(
      '不开放，请换时间或教室',
    );
    expect(
      wordsOf(
        (await place(cohort, { date: '2026-6-1', startTime: '18:30', endTime: '21:30', roomId: cohort.roomId })).text,
      ),
    ).toContain('考试占用');
    expect(
      (await place(cohort, { date: '2026-6-2', startTime: '18:30', endTime: '21:30', roomId: cohort.roomId })).status,
    ).toBe(303);
  });

  test('an instructor declares and lifts absences of their own; the office sees who did, and of nobody else’s', async () => {
    const { instructorId } = await aBusyCohort();
    const teacher = await person(academy, 'instructor');
    const { path } = await administrator.submit('/office/instructors', {
      name: '孙丽',
      accountEmail: teacher.email,
      mostHoursADay: '8',
      mostHoursAWeek: '30',
    });
    expect(wordsOf((await administrator.get(path)).text)).toContain('每天最多 8 小时');
    const own = await signedIn(academy, teacher);
    expect(
      wordsOf(
        (await own.submit('/teaching/absences', { fromDay: '2026-5-18', untilDay: '2026-5-20', reason: '年假' })).text,
      ),
    ).toContain('请假已登记，教务能看到；受影响的课：0 次');
    expect(wordsOf((await office.get(`${path}/unavailability`)).text)).toMatch(
      /2026年5月18日 至 2026年5月20日 年假 王海涛/,
    );
    const at = `/office/instructors/${instructorId}/unavailability`;
    const ill = { fromDay: '2026-5-18', reason: '病假' };
    await office.submit(at, { ...ill, seen: seenIn((await office.post(at, ill, at)).text) }, at);
    const others = /action="[^"]*\/([0-9a-f-]{36})\/lifting"/.exec(
      (await office.get(`/office/instructors/${instructorId}/unavailability`)).text,
    )![1]!;
    expect((await own.post(`/teaching/absences/${others}/lifting`)).status).toBe(404);
    expect((await own.get(`${path}/unavailability`)).status).toBe(403);
    const lifting = /action="(\/teaching\/absences\/[^"]*)"/.exec((await own.get('/teaching/absences')).text)![1]!;
    expect(wordsOf((await own.submit(lifting)).text)).toContain('请假已撤销');
    const unnamed = await signedIn(
      academy,
      await someone(academy, { name: '高远', email: 'gao.yuan@academy.example', roles: ['instructor'] }),
    );
    expect((await unnamed.get('/teaching/absences')).status).toBe(404);
  });

  test('rooms are found by feature and by seats; what they hold is told in chips', async () => {
    const room = {
      code: 'LAB-9',
      nameZh: '九号实训室',
      nameEn: 'Lab 9',
      kind: 'lab',
      seats: '45',
      placeZh: '三楼',
      placeEn: 'Floor 3',
      features: 'GPU\n40 台电脑，录播',
      setUpMinutes: '15',
      clearAwayMinutes: '10',
    };
    await administrator.submit('/office/rooms', room);
    expect(wordsOf((await office.get('/office/rooms/LAB-9')).text)).toMatch(
      /课前 15 分钟，课后 10 分钟 .*GPU 40 台电脑 录播/,
    );
    expect(wordsOf((await office.get('/office/rooms?feature=GPU&seats=45')).text)).toContain('九号实训室');
    for (const query of ['feature=GPU&seats=46', 'feature=%E6%8A%95%E5%BD%B1'])
      expect(wordsOf((await office.get(`/office/rooms?${query}`)).text)).not.toContain('九号实训室');
    const long = await administrator.post('/office/rooms/LAB-9', {
      ...room,
      setUpMinutes: '241',
      features: '一二三四五六七八九十一二三四五六七八九十一',
    });
    expect(long.status).toBe(422);
    expect(wordsOf(long.text)).toContain('0 到 240');
  });

  test('a room that needs more time is held longer at once; two sessions that stand too near are named and keep theirs', async () => {
    const cohort = await aBusyCohort();
    const roomId = cohort.roomId;
    for (const [startTime, endTime] of [
      ['9:00', '11:00'],
      ['11:00', '12:00'],
    ] as const)
      expect((await place(cohort, { date: '2026-4-20', startTime, endTime, roomId })).status).toBe(303);
    const profile = {
      code: cohort.room,
      nameZh: '忙教室',
      nameEn: 'Busy room',
      kind: 'room',
      seats: '45',
      placeZh: '二楼',
      placeEn: 'Floor 2',
      features: '',
      setUpMinutes: '0',
      clearAwayMinutes: '30',
    };
    const saved = await administrator.submit(`/office/rooms/${cohort.room}`, profile);
    expect(wordsOf(saved.text)).toMatch(/有 2 次课前后离得太近.*1 次课受影响/);
    const late = await place(cohort, { date: '2026-5-11', startTime: '21:45', endTime: '22:30', roomId });
    expect([late.status, wordsOf(late.text)]).toEqual([422, expect.stringMatching(/5月11日/)]);
    await administrator.submit(`/office/rooms/${cohort.room}`, { ...profile, clearAwayMinutes: '10' });
    expect((await place(cohort, { date: '2026-5-11', startTime: '21:45', endTime: '22:30', roomId })).status).toBe(303);
  });

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

  test('30 and 20 seats of a pool of 40 at one hour are refused naming who holds the rest, and possible an hour later', async () => {
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

  test('pools are listed by what becomes of them: soon to end, ended, closed', async () => {
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

  test('every page speaks both languages and shows no raw key', async () => {
    const { room, instructorId } = await aBusyCohort();
    const pool = await aPool();
    for (const language of ['zh-CN', 'en']) {
      const browser = await signedIn(academy, 'coordinator', language);
      for (const path of [
        `/office/rooms/${room}`,
        `/office/rooms/${room}/hours`,
        `/office/rooms/${room}/unavailability`,
        `/office/instructors/${instructorId}`,
        `/office/instructors/${instructorId}/hours`,
        `/office/instructors/${instructorId}/unavailability`,
        '/office/licences',
        '/office/licences/new',
        `/office/licences/${pool}`,
        `/office/licences/${pool}/edit`,
        '/office/licences/report',
        '/office/rooms?feature=GPU',
      ]) {
        const page = await browser.get(path);
        expect([path, page.status]).toEqual([path, 200]);
        expect(wordsOf(page.text)).not.toMatch(
          /\[object|undefined|\b(availability|licence|licence_report|room|instructor)\.[a-z_]+\b/,
        );
      }
    }
  });
});
