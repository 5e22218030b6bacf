import { EnrolSelf } from '../../../../src/enrolment/index.js';
import { clockOf, dayOf, isRefused, ReadDatabase } from '../../../../src/platform/index.js';
import {
  CancelSession,
  DeclareClosure,
  LoadHolidayNotice,
  PlaceSession,
  sessionsOfCohort,
} from '../../../../src/scheduling/index.js';
import { slotOfRow } from '../../../../src/scheduling/core/data/change-facts.js';
import { aCohort, aSlot, type BuiltCohort, done } from '../../../builders/cohorts.js';
import { someTrainees } from '../../../builders/trainees.js';
import { TestAcademy } from '../../../support/app.js';
import { person, signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';
import { fileOf2026 } from '../../../unit/scheduling/calendar/notice-of-2026.js';

describe('a timetable that has to change', () => {
  let academy: TestAcademy;
  let office: WebClient;
  beforeEach(async () => {
    academy = await TestAcademy.open();
    office = await signedIn(academy, 'coordinator');
  });
  afterEach(() => academy.close());

  const rows = (cohort: BuiltCohort) => sessionsOfCohort((ask) => academy.app.get(ReadDatabase).query(ask), cohort.id);
  const standing = async (cohort: BuiltCohort) =>
    (await rows(cohort))
      .filter(({ state }) => state !== 'cancelled')
      .map(({ startsAt }) => `${dayOf(startsAt)} ${clockOf(startsAt)}`);
  const at = (cohort: BuiltCohort) => `/office/cohorts/${cohort.code}`;
  const place = (cohort: BuiltCohort, more: Record<string, string | readonly string[]> = {}) =>
    office.submit(`${at(cohort)}/sessions`, {
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
      breaks: '',
      ...more,
    });

  test('a lecture in a room and practice in a lab on another day come from one pattern, around a break', async () => {
    const cohort = await aCohort(academy);
    const lab = await aCohort(academy, { on: '2026-03-20' });
    await place(cohort, {
      startDate: '2026-6-1',
      weekdays: ['1'],
      weekdays2: ['4'],
      startTime2: '14:00',
      endTime2: '17:00',
      roomId2: lab.roomId,
      instructorId2: cohort.instructorId,
      breaks: '6月8日 至 6月14日',
      sessions: '5',
    });
    expect((await standing(cohort)).slice(1)).toEqual([
      '2026-06-01 09:00',
      '2026-06-04 14:00',
      '2026-06-15 09:00',
      '2026-06-18 14:00',
      '2026-06-22 09:00',
    ]);
    expect((await rows(cohort)).slice(1).map(({ roomId }) => roomId === lab.roomId)).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  test('after the notice is published a pattern is re-applied: first the difference, then a published plan', async () => {
    const cohort = await aCohort(academy);
    await place(cohort);
    expect((await standing(cohort)).slice(1)).toEqual([
      '2026-04-27 09:00',
      '2026-04-29 09:00',
      '2026-05-04 09:00',
      '2026-05-06 09:00',
    ]);
    done(await academy.app.get(LoadHolidayNotice).execute(await person(academy, 'administrator'), fileOf2026()));
    const list = await office.get(`${at(cohort)}/patterns`);
    expect(wordsOf(list.text)).toContain('周一和周三 09:00–12:00');
    const page = /href="(\/office\/cohorts\/[^"]*\/patterns\/[^"]*)"/.exec(list.text)![1]!;
    const difference = wordsOf((await office.get(page)).text);
    expect(difference).toContain('3 次课不动');
    expect(difference).toMatch(/改期 5月4日 周一 09:00–12:00 5月11日 周一 09:00–12:00/);
    const plan = await office.submit(page, { startDate: '2026-04-27' });
    expect((await standing(cohort)).at(3)).toBe('2026-05-04 09:00');
    await office.submit(`${plan.path}/publication`);
    expect((await standing(cohort)).slice(1)).toEqual([
      '2026-04-27 09:00',
      '2026-04-29 09:00',
      '2026-05-06 09:00',
      '2026-05-11 09:00',
    ]);
    expect(wordsOf((await office.get(page)).text)).toContain('没有差别');
    expect((await office.get(`${page}?startDate=2026-13-40`)).status).toBe(422);
  });

  test('sessions follow when the cohort’s dates change, and the pattern stores its new start', async () => {
    const cohort = await aCohort(academy);
    await place(cohort);
    const page = /href="(\/office\/cohorts\/[^"]*\/patterns\/[^"]*)"/.exec(
      (await office.get(`${at(cohort)}/patterns`)).text,
    )![1]!;
    const plan = await office.submit(page, { startDate: '2026-6-1' });
    await office.submit(`${plan.path}/publication`);
    expect((await standing(cohort)).slice(1)).toEqual([
      '2026-06-01 09:00',
      '2026-06-03 09:00',
      '2026-06-08 09:00',
      '2026-06-10 09:00',
    ]);
    expect(wordsOf((await office.get(`${at(cohort)}/patterns`)).text)).toContain('从 2026年6月1日 起');
  });

  test('several sessions are cancelled at once for one reason, all or none, after showing the number of recipients', async () => {
    const cohort = await aCohort(academy);
    await place(cohort);
    const [, second, third] = await rows(cohort);
    const chosen = [second!, third!].map(({ id, sequence }) => `${id}:${sequence}`);
    const page = `${at(cohort)}/sessions/cancellation`;
    const asked = await office.get(`${page}?${new URLSearchParams(chosen.map((one) => ['chosen', one])).toString()}`);
    expect(wordsOf(asked.text)).toMatch(/4月27日 周一.*4月29日 周三.*确定取消这 2 次课吗 将发邮件通知 \d 人/);
    expect((await office.post(page, { chosen, reason: ' ' })).status).toBe(422);
    const stale = await office.post(page, { chosen: [chosen[0]!, `${third!.id}:7`], reason: '停电' });
    expect(stale.status).toBe(422);
    expect(await standing(cohort)).toHaveLength(5);
    expect(wordsOf((await office.submit(page, { chosen, reason: '停电' })).text)).toContain('2 次课已取消');
    expect((await rows(cohort)).filter(({ cancelledBecause }) => cancelledBecause === '停电')).toHaveLength(2);
    expect(wordsOf((await office.submit(page, {})).text)).toContain('请先勾选要取消的课');
  });

  test('several cancelled sessions are restored at once; one whose room is taken is named and stays cancelled', async () => {
    const cohort = await aCohort(academy);
    await place(cohort);
    const [, second, third] = await rows(cohort);
    done(
      await academy.app.get(CancelSession).execute(
        await person(academy, 'coordinator'),
        [second!, third!].map(({ id }) => ({ sessionId: id, seenSequence: null })),
        '停电',
      ),
    );
    const other = await aCohort(academy, { on: '2026-05-11' });
    done(
      await academy.app.get(PlaceSession).execute(await person(academy, 'coordinator'), {
        cohortCode: other.code,
        slot: { ...slotOfRow(third!), instructors: [{ instructorId: other.instructorId, role: 'lead' }] },
        overrideReason: null,
      }),
    );
    const page = `${at(cohort)}/sessions/restoration`;
    const chosen = (await rows(cohort))
      .filter(({ state }) => state === 'cancelled')
      .map(({ id, sequence }) => `${id}:${sequence}`);
    const asked = await office.get(`${page}?${new URLSearchParams(chosen.map((one) => ['chosen', one])).toString()}`);
    expect(wordsOf(asked.text)).toMatch(/确定恢复这 1 次课吗.*这些课要另选时间或教室/);
    const both = await office.post(page, { chosen });
    expect([both.status, (await rows(cohort)).filter(({ state }) => state === 'cancelled').length]).toEqual([422, 2]);
    expect((await office.post(page, { chosen: [`${second!.id}:77`] })).status).toBe(422);
    expect(wordsOf((await office.submit(page, { chosen: [chosen[0]!] })).text)).toContain('1 次课已恢复');
    expect((await rows(cohort)).filter(({ state }) => state === 'cancelled').map(({ id }) => id)).toEqual([third!.id]);
    expect(wordsOf((await office.submit(page, {})).text)).toContain('请先勾选已取消的课');
  });

  test('the clashes of the whole term are solved one by one', async () => {
    const [first, second] = [
      await aCohort(academy, { on: '2026-03-16' }),
      await aCohort(academy, { on: '2026-03-17' }),
    ];
    expect(wordsOf((await office.get('/office/clashes')).text)).toContain('没有冲突');
    done(
      await academy.app.get(DeclareClosure).execute(await person(academy, 'administrator'), {
        from: '2026-03-16',
        until: '2026-03-17',
        nameZh: '停水',
        nameEn: 'No water',
      }),
    );
    const list = await office.get('/office/clashes');
    expect(wordsOf(list.text)).toMatch(/2 次课有问题.*落在停课日（停水）/);
    expect(wordsOf((await office.get(`/office/clashes?q=${second.code}`)).text)).toContain('1 次课有问题');
    expect(wordsOf((await office.get('/office/clashes?kind=licence')).text)).not.toContain('次课有问题');
    const [session] = await rows(first);
    const page = await office.get(`/office/clashes/${session!.id}`);
    expect(wordsOf(page.text)).toMatch(/第 1 个，共 2 个.*可以这样解决.*换时间 · 影响 1 人/);
    const form = /<form method="post" action="\/office\/clashes\/[^"]*">([\s\S]*?)<\/form>/.exec(page.text)![1]!;
    const fields = Object.fromEntries(
      [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)]
        .filter(([, name]) => name !== '_csrf')
        .map(([, name, value]) => [name!, value!]),
    );
    const next = await office.submit(`/office/clashes/${session!.id}`, fields);
    expect(wordsOf(next.text)).toContain(second.code);
    expect((await rows(first))[0]!.sequence).toBe(1);
    expect(wordsOf((await office.get('/office/clashes')).text)).toContain('1 次课有问题');
    expect((await office.get('/office/clashes/00000000-0000-7000-8000-000000000000')).status).toBe(404);
  });

  test('a trainee with two sessions at once is named, while typing and after saving', async () => {
    const [one, other] = [await aCohort(academy, { on: '2026-03-23' }), await aCohort(academy, { on: '2026-03-24' })];
    const [trainee] = await someTrainees(academy, 1);
    for (const cohort of [one, other]) done(await academy.app.get(EnrolSelf).execute(trainee!, cohort.code));
    const [session] = await rows(other);
    const fields = {
      date: '2026-03-23',
      startTime: '10:00',
      endTime: '12:00',
      roomId: '',
      instructorId: '',
      sequence: '0',
    };
    const typing = await office.get(`/office/sessions/${session!.id}/move?${new URLSearchParams(fields).toString()}`);
    expect(wordsOf(typing.text)).toContain(`也在 ${one.code} 上第 1 次课`);
    expect(wordsOf(typing.text)).toContain('这样安排没有冲突');
    const saved = await office.submit(`/office/sessions/${session!.id}/move`, fields);
    expect(wordsOf(saved.text)).toMatch(new RegExp(`已调整，待通知 \\d+ 人。请留意：.*也在 ${one.code} 上第 1 次课`));
  });

  test('a taken room is reported while typing, with suggestions', async () => {
    const [one, other] = [await aCohort(academy, { on: '2026-03-25' }), await aCohort(academy, { on: '2026-03-26' })];
    const query = new URLSearchParams({
      date: '2026-03-25',
      startTime: '10:00',
      endTime: '12:00',
      roomId: one.roomId,
    }).toString();
    const typing = await office.get(`${at(other)}/sessions/new?${query}`);
    expect(typing.status).toBe(200);
    expect(wordsOf(typing.text)).toMatch(new RegExp(`那时已给 ${one.code} 第 1 次课.*可以这样安排`));
    const refused = await academy.app.get(PlaceSession).execute(await person(academy, 'coordinator'), {
      cohortCode: other.code,
      slot: aSlot('2026-03-25', ['10:00', '12:00'], { roomId: one.roomId }),
    });
    expect(isRefused(refused)).toBe(true);
    expect(slotOfRow((await rows(other))[0]!).roomId).toBe(other.roomId);
  });
});
