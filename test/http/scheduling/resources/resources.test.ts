import { type BuiltCohort } from '../../../builders/cohorts.js';
import { TestAcademy } from '../../../support/app.js';
import { person, signedIn, someone } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';
import { busyCohorts } from './busy-cohorts.js';
import { licencePools } from './agreements.js';

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

  const aBusyCohort = busyCohorts(() => academy);
  const aPool = licencePools(() => office);
  const place = (cohort: BuiltCohort, fields: Record<string, string>) =>
    office.post(`/office/cohorts/${cohort.code}/sessions/single`, { startTime: '9:00', endTime: '12:00', ...fields });

  test('closing a lab for a week lists its four sessions and moves none; lifting the closure resolves them', async () => {
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
      /调整停用、停课或请假期间的课次 换空调 · \d+ 号教室 换空调（李静 登记），还有 4 次课排在其中，最早 2026年5月11日 18:30/,
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

  test('hours are kept as typed; errors appear beside their day and nothing is lost', async () => {
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

  test('instructors record and lift only their own absences; the office sees who recorded them', async () => {
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
    const unplaced = { fromDay: '2026-5-18', reason: '病假' };
    await office.submit(at, { ...unplaced, seen: seenIn((await office.post(at, unplaced, at)).text) }, at);
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

  test('every page works in both languages and shows no raw message key', async () => {
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
