import sql from 'sql-template-tag';
import { EnrolSelf } from '../../../../src/enrolment/index.js';
import { clockOf, dayOf, instantOf, isRefused, ReadDatabase } from '../../../../src/platform/index.js';
import { CancelCohort } from '../../../../src/cohorts/index.js';
import {
  MoveSession,
  PlaceSession,
  sessionById,
  type SessionRow,
  sessionsOfCohort,
} from '../../../../src/scheduling/index.js';
import { aCohort, aSlot, type BuiltCohort, done } from '../../../builders/cohorts.js';
import { someTrainees } from '../../../builders/trainees.js';
import { TestAcademy } from '../../../support/app.js';
import { person, signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';
import { linksOf } from '../links.js';

describe('one session', () => {
  let academy: TestAcademy;
  let office: WebClient;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    office = await signedIn(academy, 'coordinator');
  });
  afterAll(() => academy.close());

  const reads = <Row>(query: Parameters<ReadDatabase['query']>[0]) => academy.app.get(ReadDatabase).query<Row>(query);
  const firstOf = async (cohort: BuiltCohort): Promise<SessionRow> => (await sessionsOfCohort(reads, cohort.id))[0]!;
  const again = async (id: string): Promise<SessionRow> => (await sessionById(reads, id))!;
  const fieldsOf = (session: SessionRow, more: Record<string, string> = {}) => ({
    date: dayOf(session.startsAt),
    startTime: clockOf(session.startsAt),
    endTime: clockOf(session.endsAt),
    roomId: session.roomId ?? '',
    instructorId: session.instructors[0]?.id ?? '',
    sequence: String(session.sequence),
    ...more,
  });
  /** What the open bulletin says of a session: when it was, when it is. */
  const noted = async (id: string) =>
    (
      await reads<{ before: string | null; after: string | null }>(sql`
    SELECT "before" AS "before", "after" AS "after" FROM bulletin_change WHERE session_id = ${id}`)
    ).map(({ before, after }) => ({ before: startOf(before), after: startOf(after) }));
  const startOf = (place: string | null) =>
    place === null ? null : (JSON.parse(place) as { startsAt: number }).startsAt;

  test('is moved: the number of recipients is shown first, each gets one email with before and after, and calendars are updated', async () => {
    const cohort = await aCohort(academy);
    const trainees = await someTrainees(academy, 3);
    for (const trainee of trainees) done(await academy.app.get(EnrolSelf).execute(trainee, cohort.code));
    const session = await firstOf(cohort);
    const page = `/office/sessions/${session.id}/move`;
    expect(wordsOf((await office.get(page)).text)).toContain('将发邮件通知 3 人');
    const moved = await office.submit(
      page,
      fieldsOf(session, { date: '3月13日', startTime: '下午2点', endTime: '17:30' }),
    );
    expect(wordsOf(moved.text)).toContain('第 1 次课已调整，待通知 3 人');
    expect(await again(session.id)).toMatchObject({ startsAt: instantOf('2026-03-13', '14:00'), sequence: 1 });
    expect(await noted(session.id)).toEqual([
      { before: instantOf('2026-03-12', '09:00'), after: instantOf('2026-03-13', '14:00') },
    ]);
  });

  test('is not moved onto another session, which is named, with free times and rooms as suggestions', async () => {
    const held = await aCohort(academy, { on: '2026-03-17' });
    const cohort = await aCohort(academy, { on: '2026-03-18' });
    const session = await firstOf(cohort);
    const answer = await office.post(
      `/office/sessions/${session.id}/move`,
      fieldsOf(session, { date: '2026-03-17', startTime: '10:00', endTime: '12:00', roomId: held.roomId }),
    );
    const words = wordsOf(answer.text);
    expect(answer.status).toBe(422);
    expect(words).toContain(`那时已给 ${held.code} 第 1 次课（3月17日 周二 09:00–17:00）`);
    expect(words).toContain('换时间');
    expect(words).toContain('换教室');
    const suggestions = linksOf(answer.text)
      .filter((one) => one.includes('/move?'))
      .map((one) => new URLSearchParams(one.split('?')[1]));
    expect(suggestions.length).toBeGreaterThanOrEqual(4);
    for (const suggestion of suggestions) {
      const outcome = await academy.app.get(MoveSession).execute(await person(academy, 'coordinator'), session.id, {
        slot: aSlot(suggestion.get('date')!, [suggestion.get('startTime')!, suggestion.get('endTime')!], {
          roomId: suggestion.get('roomId'),
          instructorId: suggestion.get('instructorId'),
        }),
        seenSequence: null,
      });
      expect(done(outcome).numbers).toEqual([1]);
    }
  });

  test('changed by somebody else is shown in its current state, and nothing typed is lost', async () => {
    const cohort = await aCohort(academy, { on: '2026-03-24' });
    const session = await firstOf(cohort);
    await office.submit(`/office/sessions/${session.id}/move`, fieldsOf(session, { startTime: '10:00' }));
    const second = await office.post(`/office/sessions/${session.id}/move`, fieldsOf(session, { startTime: '11:11' }));
    expect(second.status).toBe(422);
    expect(wordsOf(second.text)).toContain('有人改了第 1 次课');
    expect(second.text).toContain('value="11:11"');
    expect(wordsOf(second.text)).toContain('3月24日 周二 10:00–17:00');
    const sent = await office.submit(
      `/office/sessions/${session.id}/move`,
      fieldsOf(await again(session.id), { startTime: '11:11' }),
    );
    expect(wordsOf(sent.text)).toContain('已调整');
  });

  test('may exceed a limit of the academy with a permission and a reason, which are recorded', async () => {
    const other = await aCohort(academy, { on: '2026-04-21' });
    const cohort = await aCohort(academy, { on: '2026-04-22' });
    const session = await firstOf(cohort);
    const fields = fieldsOf(session, { date: '2026-04-23', instructorId: other.instructorId });
    const refusal = await office.post(`/office/sessions/${session.id}/move`, fields);
    expect(refusal.text).toContain('name="overrideReason"');
    for (const overrideReason of ['.', '……', 'aaaaaaa', '加课']) {
      const empty = await office.post(`/office/sessions/${session.id}/move`, { ...fields, overrideReason });
      expect(empty.status).toBe(422);
      expect(wordsOf(empty.text)).toContain('请写明理由，至少 5 个字');
      expect(empty.text).toContain('name="overrideReason"');
    }
    expect(await again(session.id)).toMatchObject({ sequence: 0 });
    await office.submit(`/office/sessions/${session.id}/move`, { ...fields, overrideReason: '原讲师住院，由他代课' });
    expect(await again(session.id)).toMatchObject({
      startsAt: instantOf('2026-04-23', '09:00'),
      overrideReason: '原讲师住院，由他代课',
    });
    const [line] = await reads<{ detail: string }>(
      sql`SELECT detail AS "detail" FROM audit_entry WHERE act = 'session.moved' AND subject_id = ${session.id}`,
    );
    expect(JSON.parse(line!.detail)).toMatchObject({
      overridden: ['instructorNotQualified'],
      because: '原讲师住院，由他代课',
    });
    const clashes = wordsOf((await office.get('/office/clashes')).text);
    expect(clashes).toMatch(new RegExp(`破例安排，已写明理由.*${cohort.code}.*原讲师住院，由他代课`));
    expect(clashes).not.toContain('都没有问题');
  });

  test.each([
    ['room', (held: BuiltCohort) => ({ roomId: held.roomId })],
    ['instructor', (held: BuiltCohort) => ({ instructorId: held.instructorId })],
    ['cohort', () => ({ roomId: '', instructorId: '' })],
  ])('never stands beside another of the same %s, whatever the reason and whoever asks', async (kind, taking) => {
    const held = await aCohort(academy, { on: '2026-04-27' });
    const cohort = kind === 'cohort' ? held : await aCohort(academy, { on: '2026-04-28' });
    const administrator = await signedIn(academy, 'administrator');
    const session = await firstOf(cohort);
    const fields = {
      ...fieldsOf(session),
      date: '2026-04-27',
      ...taking(held),
      overrideReason: '两个班的讲师都同意合上',
    };
    for (const browser of [office, administrator]) {
      const path =
        kind === 'cohort' ? `/office/cohorts/${cohort.code}/sessions/single` : `/office/sessions/${session.id}/move`;
      const refusal = await browser.post(path, fields);
      expect(refusal.status).toBe(422);
      expect(wordsOf(refusal.text)).toMatch(/第 1 次课（4月27日 周一 09:00–17:00）/);
    }
    const outcome =
      kind === 'cohort'
        ? await academy.app.get(PlaceSession).execute(await person(academy, 'administrator'), {
            cohortCode: cohort.code,
            slot: aSlot('2026-04-27', ['10:00', '11:00']),
            overrideReason: '两个班的讲师都同意合上',
          })
        : await academy.app.get(MoveSession).execute(await person(academy, 'administrator'), session.id, {
            slot: aSlot('2026-04-27', ['10:00', '11:00'], { ...cohort, ...taking(held) }),
            seenSequence: null,
            overrideReason: '两个班的讲师都同意合上',
          });
    expect(isRefused(outcome)).toBe(true);
    expect((await sessionsOfCohort(reads, cohort.id)).map(({ sequence }) => sequence)).toEqual([0]);
  });

  test('cannot be moved once it has begun', async () => {
    const cohort = await aCohort(academy, { on: '2026-03-30' });
    const session = await firstOf(cohort);
    const now = academy.clock.now();
    academy.clock.moveTo(session.startsAt);
    expect(
      (await office.post(`/office/sessions/${session.id}/move`, fieldsOf(session, { date: '2026-04-10' }))).status,
    ).toBe(422);
    academy.clock.moveTo(now);
    expect(await again(session.id)).toMatchObject({ sequence: 0 });
  });

  test('is cancelled with its cohort', async () => {
    const cohort = await aCohort(academy, { on: '2026-04-08' });
    const session = await firstOf(cohort);
    done(await academy.app.get(CancelCohort).execute(await person(academy, 'coordinator'), cohort.id, '人数不足'));
    expect(await again(session.id)).toMatchObject({ state: 'cancelled', sequence: 1 });
    for (const noun of ['move', 'restoration', 'cancellation'])
      expect(wordsOf((await office.get(`/office/sessions/${session.id}/${noun}`)).text)).toContain(
        `${cohort.code} 已结业或取消，课表不能再改`,
      );
    expect(
      (
        await office.post(`/office/cohorts/${cohort.code}/sessions/single`, {
          date: '2026-04-20',
          startTime: '9:00',
          endTime: '10:00',
        })
      ).status,
    ).toBe(422);
  });

  test('gives 404 for any unknown address', async () => {
    for (const id of ['nonsense', '00000000-0000-7000-8000-000000000000', "'%20OR%201"])
      expect((await office.get(`/office/sessions/${id}/move`)).status).toBe(404);
  });
});
