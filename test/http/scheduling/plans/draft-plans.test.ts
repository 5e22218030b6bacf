import sql from 'sql-template-tag';
import { EnrolSelf } from '../../../../src/enrolment/index.js';
import { clockOf, dayOf, instantOf, ReadDatabase } from '../../../../src/platform/index.js';
import {
  MoveSession,
  OpenPlan,
  PublishPlan,
  PutPlannedChange,
  sessionById,
  type SessionRow,
  sessionsOfCohort,
} from '../../../../src/scheduling/index.js';
import { aCohort, aSlot, type BuiltCohort, done } from '../../../builders/cohorts.js';
import { someTrainees } from '../../../builders/trainees.js';
import { TestAcademy } from '../../../support/app.js';
import { person, signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';

describe('a draft plan', () => {
  let academy: TestAcademy;
  let office: WebClient;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    office = await signedIn(academy, 'coordinator');
  });
  afterAll(() => academy.close());

  const ask = <Row>(query: Parameters<ReadDatabase['query']>[0]) => academy.app.get(ReadDatabase).query<Row>(query);
  const firstOf = async ({ id }: BuiltCohort): Promise<SessionRow> => (await sessionsOfCohort(ask, id))[0]!;
  const again = async ({ id }: SessionRow): Promise<SessionRow> => (await sessionById(ask, id))!;
  const fieldsOf = (
    { startsAt, endsAt, roomId, instructors, sequence }: SessionRow,
    more: Record<string, string> = {},
  ) => ({
    date: dayOf(startsAt),
    startTime: clockOf(startsAt),
    endTime: clockOf(endsAt),
    roomId: roomId ?? '',
    instructorId: instructors[0]?.id ?? '',
    sequence: String(sequence),
    ...more,
  });
  const bulletinSize = async () => (await ask<{ n: number }>(sql`SELECT COUNT(*) AS "n" FROM bulletin_change`))[0]!.n;
  const lineIds = (html: string) => [...html.matchAll(/id="line-([0-9a-f-]{36})"/g)].map((found) => found[1]!);

  async function aPlan(title: string): Promise<string> {
    const { path } = await office.submit('/office/plans', { title }, '/office/plans');
    return path;
  }

  test('is created by hand, shows each session before and after and the number of recipients, and changes nothing until it is published', async () => {
    const [one, other] = [await aCohort(academy, { on: '2026-03-17' }), await aCohort(academy, { on: '2026-03-18' })];
    for (const cohort of [one, other])
      for (const trainee of await someTrainees(academy, 2))
        done(await academy.app.get(EnrolSelf).execute(trainee, cohort.code));
    const [first, second] = [await firstOf(one), await firstOf(other)];
    const plan = await aPlan('三月调课');
    expect(wordsOf((await office.get(plan)).text)).toContain('方案里还没有调整');
    const found = wordsOf((await office.get(`${plan}/sessions?q=${one.code}`)).text);
    expect(found).toContain(`${one.code} 第 1 次课`);
    expect(found).not.toContain(other.code);
    const told = await bulletinSize();
    await office.submit(
      `${plan}/sessions/${first.id}`,
      fieldsOf(first, { date: '3月19日' }),
      `${plan}/sessions/${first.id}`,
    );
    const page = await office.submit(`${plan}/sessions/${second.id}`, fieldsOf(second, { startTime: '10:00' }));
    const words = wordsOf(page.text);
    expect(words).toContain('3月17日 周二 09:00–17:00');
    expect(words).toContain('3月19日 周四 09:00–17:00');
    expect(words).toContain('发布时通知 4');
    expect(await again(first)).toMatchObject({ startsAt: first.startsAt, sequence: 0 });
    expect(await bulletinSize()).toBe(told);
    expect(wordsOf((await office.get(`${plan}/publication`)).text)).toContain('共通知 4 人，每人一封');
    const published = wordsOf((await office.submit(`${plan}/publication`, {})).text);
    expect(published).toContain('方案已发布：2 次课已调整，将通知 4 人');
    expect(published).toContain('3月17日 周二 09:00–17:00');
    expect(await again(first)).toMatchObject({ startsAt: instantOf('2026-03-19', '09:00'), sequence: 1 });
    expect(await again(second)).toMatchObject({ startsAt: instantOf('2026-03-18', '10:00'), sequence: 1 });
    expect(await bulletinSize()).toBe(told + 2);
    expect(wordsOf((await office.get('/office/plans?q=三月&state=published')).text)).toContain('三月调课');
  });

  test('lets two sessions swap rooms, and has one change per session', async () => {
    const [one, other] = [await aCohort(academy, { on: '2026-03-24' }), await aCohort(academy, { on: '2026-03-24' })];
    const [first, second] = [await firstOf(one), await firstOf(other)];
    const plan = await aPlan('换教室');
    await office.submit(`${plan}/sessions/${first.id}`, fieldsOf(first, { date: '2026-04-01' }));
    await office.submit(`${plan}/sessions/${first.id}`, fieldsOf(first, { roomId: other.roomId }));
    const page = await office.submit(`${plan}/sessions/${second.id}`, fieldsOf(second, { roomId: one.roomId }));
    expect(lineIds(page.text)).toHaveLength(2);
    expect(wordsOf(page.text)).toContain('还不能生效 0');
    await office.submit(`${plan}/publication`, {});
    expect([(await again(first)).roomId, (await again(second)).roomId]).toEqual([other.roomId, one.roomId]);
  });

  test('with a clash is refused as a whole; the reason is beside its session, and a suggestion applies with one click', async () => {
    const [held, one, fine] = [
      await aCohort(academy, { on: '2026-04-07' }),
      await aCohort(academy, { on: '2026-04-08' }),
      await aCohort(academy, { on: '2026-04-09' }),
    ];
    const [first, free] = [await firstOf(one), await firstOf(fine)];
    const plan = await aPlan('排到一起');
    await office.submit(`${plan}/sessions/${free.id}`, fieldsOf(free, { date: '2026-04-10' }));
    const page = await office.submit(
      `${plan}/sessions/${first.id}`,
      fieldsOf(first, { date: '2026-04-07', roomId: held.roomId }),
    );
    const words = wordsOf(page.text);
    expect(words).toContain(`那时已给 ${held.code} 第 1 次课（4月7日 周二 09:00–17:00）`);
    const refused = await office.post(`${plan}/publication`, {});
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.text)).toContain('没有发布，课表没有任何变化');
    expect(wordsOf(refused.text)).toContain(`那时已给 ${held.code}`);
    expect(await again(free)).toMatchObject({ sequence: 0 });

    const suggestion =
      /action="([^"]*\/cure)">[\s\S]*?name="startsAt" value="(\d+)"[\s\S]*?name="endsAt" value="(\d+)"[\s\S]*?name="roomId" value="([^"]*)"[\s\S]*?name="instructorId" value="([^"]*)"/.exec(
        page.text.replaceAll('&#x3D;', '='),
      )!;
    const cured = await office.submit(suggestion[1]!, {
      startsAt: suggestion[2]!,
      endsAt: suggestion[3]!,
      roomId: suggestion[4]!,
      instructorId: suggestion[5]!,
    });
    expect(wordsOf(cured.text)).toContain('还不能生效 0');
    expect(wordsOf((await office.submit(`${plan}/publication`, {})).text)).toContain('方案已发布：2 次课已调整');
  });

  test('needs a reason to be published against a rule', async () => {
    const [held, one] = [await aCohort(academy, { on: '2026-04-14' }), await aCohort(academy, { on: '2026-04-15' })];
    const first = await firstOf(one);
    const plan = await aPlan('破例');
    await office.submit(
      `${plan}/sessions/${first.id}`,
      fieldsOf(first, { date: '2026-04-16', instructorId: held.instructorId }),
    );
    expect((await office.post(`${plan}/publication`, {})).status).toBe(422);
    expect((await office.post(`${plan}/publication`, { overrideReason: '。' })).status).toBe(422);
    expect(await again(first)).toMatchObject({ sequence: 0 });
    await office.submit(`${plan}/publication`, { overrideReason: '原讲师请假，由他代课' });
    expect(await again(first)).toMatchObject({
      startsAt: instantOf('2026-04-16', '09:00'),
      overrideReason: '原讲师请假，由他代课',
    });
  });

  test('cannot be published onto another session, even with a reason', async () => {
    const [held, one] = [await aCohort(academy, { on: '2026-04-28' }), await aCohort(academy, { on: '2026-04-29' })];
    const first = await firstOf(one);
    const plan = await aPlan('重复占用');
    await office.submit(`${plan}/sessions/${first.id}`, fieldsOf(first, { date: '2026-04-28', roomId: held.roomId }));
    const refused = await office.post(`${plan}/publication`, { overrideReason: '两班合上一次讲座' });
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.text)).toContain(`那时已给 ${held.code}`);
    expect(await again(first)).toMatchObject({ sequence: 0 });
  });

  test('shows both states of a session changed meanwhile, and can be published after a refresh', async () => {
    const cohort = await aCohort(academy, { on: '2026-04-21' });
    const session = await firstOf(cohort);
    const plan = await aPlan('被人抢先');
    await office.submit(`${plan}/sessions/${session.id}`, fieldsOf(session, { date: '2026-04-23' }));
    done(
      await academy.app.get(MoveSession).execute(await person(academy, 'administrator'), session.id, {
        slot: aSlot('2026-04-22', ['09:00', '17:00'], cohort),
        seenSequence: null,
      }),
    );
    expect((await office.post(`${plan}/publication`, {})).status).toBe(422);
    const page = await office.get(plan);
    expect(wordsOf(page.text)).toContain('有人改了这次课。当时：4月21日 周二 09:00–17:00');
    expect(wordsOf(page.text)).toContain('现在：4月22日 周三 09:00–17:00');
    await office.submit(`${plan}/changes/${lineIds(page.text)[0]!}/refresh`, {});
    await office.submit(`${plan}/publication`, {});
    expect(await again(session)).toMatchObject({ startsAt: instantOf('2026-04-23', '09:00'), sequence: 2 });
  });

  test('can cancel a session, lose a change and be discarded; a closed plan cannot change', async () => {
    const [one, other] = [await aCohort(academy, { on: '2026-04-28' }), await aCohort(academy, { on: '2026-04-29' })];
    const [first, second] = [await firstOf(one), await firstOf(other)];
    const plan = await aPlan('再想想');
    expect((await office.post(`${plan}/publication`, {})).status).toBe(422);
    expect(
      (await office.post(`${plan}/sessions/${first.id}/cancellation`, { reason: ' ', sequence: '0' })).status,
    ).toBe(422);
    await office.submit(`${plan}/sessions/${second.id}`, fieldsOf(second, { date: '2026-04-30' }));
    const page = await office.submit(`${plan}/sessions/${first.id}/cancellation`, {
      reason: '讲师生病',
      sequence: '0',
    });
    expect(wordsOf(page.text)).toContain('取消：讲师生病');
    const [line] = lineIds(page.text);
    expect(lineIds((await office.submit(`${plan}/changes/${line!}/removal`, {})).text)).toHaveLength(1);
    expect(wordsOf((await office.get(`${plan}/discard`)).text)).toContain('里面 1 次课的调整不再执行');
    expect(wordsOf((await office.submit(`${plan}/discard`, {})).text)).toContain('“再想想”已作废');
    const late = await office.post(`${plan}/sessions/${first.id}`, fieldsOf(first, { date: '2026-05-06' }));
    expect(late.status).toBe(422);
    expect(wordsOf(late.text)).toContain('“再想想”已发布或作废');
    const lateCancellation = await office.post(`${plan}/sessions/${first.id}/cancellation`, {
      ...{ reason: '讲师又生病', sequence: '0' },
    });
    expect(lateCancellation.status).toBe(422);
    expect(lateCancellation.text).toContain('>讲师又生病</textarea>');
    expect((await office.post(`${plan}/publication`, {})).status).toBe(422);
    expect(await again(first)).toMatchObject({ state: 'planned', sequence: 0 });
  });

  test('can add a session to a cohort, which gets its number on publication', async () => {
    const cohort = await aCohort(academy, { on: '2026-05-12' });
    const coordinator = await person(academy, 'coordinator');
    const { id } = await academy.app.get(OpenPlan).execute(coordinator, { title: '加一次', origin: 'hand' });
    done(
      await academy.app.get(PutPlannedChange).execute(coordinator, id, {
        kind: 'place',
        cohortId: cohort.id,
        slot: aSlot('2026-05-13', ['09:00', '12:00'], cohort),
      }),
    );
    const page = await office.get(`/office/plans/${id}`);
    expect(wordsOf(page.text)).toContain('新增的课');
    const [line] = lineIds(page.text);
    expect((await office.get(`/office/plans/${id}/changes/${line!}`)).status).toBe(200);
    await office.submit(`/office/plans/${id}/changes/${line!}`, {
      date: '2026-05-14',
      startTime: '9:00',
      endTime: '12:00',
      roomId: cohort.roomId,
      instructorId: cohort.instructorId,
    });
    done(await academy.app.get(PublishPlan).execute(coordinator, id));
    expect((await sessionsOfCohort(ask, cohort.id)).map(({ number, startsAt }) => [number, dayOf(startsAt)])).toEqual([
      [1, '2026-05-12'],
      [2, '2026-05-14'],
    ]);
  });

  test('gives 404 for an unknown id, and is for the office only', async () => {
    for (const id of ['nonsense', '00000000-0000-7000-8000-000000000000'])
      expect((await office.get(`/office/plans/${id}`)).status).toBe(404);
    const plan = await aPlan('只给教务');
    for (const line of ['nonsense', '00000000-0000-7000-8000-000000000000'])
      expect((await office.post(`${plan}/changes/${line}/removal`, {})).status).toBe(404);
    const trainee = await signedIn(academy, 'trainee');
    expect((await trainee.get(plan)).status).toBe(403);
  });
});
