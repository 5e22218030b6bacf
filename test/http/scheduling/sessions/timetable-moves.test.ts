import { QualifyInstructor, sessionById, sessionsOfCohort, type SessionRow } from '../../../../src/scheduling/index.js';
import { clockOf, dayOf, instantOf, ReadDatabase } from '../../../../src/platform/index.js';
import type { SlotCheck } from '../../../../src/scheduling/sessions/web/grid/timetable-check.js';
import { aCohort, type BuiltCohort, done } from '../../../builders/cohorts.js';
import { TestAcademy } from '../../../support/app.js';
import { person, signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';

describe('the timetable on which a session is moved', () => {
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
  const check = async (id: string, place: Record<string, string>): Promise<SlotCheck> =>
    JSON.parse(
      (await office.get(`/office/sessions/${id}/check?${new URLSearchParams(place).toString()}`)).text,
    ) as SlotCheck;

  describe('a dragged session', () => {
    test('is checked at a slot before it is dropped: free, or taken by whom, with suggestions', async () => {
      const [one, other] = [await aCohort(academy, { on: '2026-05-13' }), await aCohort(academy, { on: '2026-05-14' })];
      const session = await firstOf(one);
      const there = { date: '2026-05-14', startTime: '10:00', endTime: '12:00', sequence: String(session.sequence) };
      expect(await check(session.id, { ...there, roomId: one.roomId })).toMatchObject({
        free: true,
        reasons: [],
        suggestions: [],
        when: '5月14日 周四 10:00–12:00',
      });
      const taken = await check(session.id, { ...there, roomId: other.roomId });
      expect(taken.free).toBe(false);
      expect(taken.reasons).toHaveLength(1);
      expect(taken.reasons[0]).toContain(`${other.code} 第 1 次课（5月14日 周四 09:00–17:00）`);
      expect(taken.suggestions.length).toBeGreaterThanOrEqual(2);
      for (const suggestion of taken.suggestions) expect((await office.get(suggestion.href)).status).toBe(200);
      expect((await check(session.id, { ...there, roomId: one.roomId, date: '2026-02-20' })).reasons[0]).toContain(
        '已经过去',
      );
      expect((await check(session.id, { ...there, roomId: one.roomId, endTime: '09:00' })).free).toBe(false);
      expect((await check(session.id, { ...there, roomId: one.roomId, sequence: '7' })).reasons[0]).toContain(
        '有人改了',
      );
      const again0 = await check(session.id, {
        date: dayOf(session.startsAt),
        startTime: clockOf(session.startsAt),
        endTime: clockOf(session.endsAt),
        roomId: one.roomId,
      });
      expect(again0).toMatchObject({ free: true });
    });

    test('moves to where it was dropped, returns to the same view, and can be undone once', async () => {
      const cohort = await aCohort(academy, { on: '2026-05-20' });
      const session = await firstOf(cohort);
      const back = '/office/timetable?view=timeline&week=2026-05-20';
      const fields = {
        date: '2026-05-21',
        startTime: '13:30',
        endTime: '16:30',
        roomId: cohort.roomId,
        sequence: session.sequence,
        back,
      };
      const answer = await office.post(`/office/sessions/${session.id}/placement`, fields);
      expect(answer.status).toBe(303);
      expect(answer.location).toContain('view=timeline');
      const page = await office.visit(answer.location!);
      expect(wordsOf(page.text)).toContain('已移到 5月21日 周四 13:30–16:30');
      expect(await again(session.id)).toMatchObject({
        startsAt: instantOf('2026-05-21', '13:30'),
        roomId: cohort.roomId,
      });
      const undo = Object.fromEntries(
        [.../<form class="undo"[\s\S]*?<\/form>/.exec(page.text)![0].matchAll(/name="(\w+)" value="([^"]*)"/g)].map(
          ([, name, value]) => [name!, value!.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=')],
        ),
      );
      await office.submit(`/office/sessions/${session.id}/placement`, undo);
      const { startsAt, endsAt, instructors: taught } = await again(session.id);
      expect([startsAt, endsAt, taught.map(({ id }) => id)]).toEqual([
        session.startsAt,
        session.endsAt,
        [cohort.instructorId],
      ]);
      expect((await office.get(answer.location!)).text).not.toContain('class="undo"');
    });

    test('goes from one instructor to another in the timeline, and to nobody', async () => {
      const [cohort, other] = [
        await aCohort(academy, { on: '2026-05-27' }),
        await aCohort(academy, { on: '2026-05-28' }),
      ];
      done(
        await academy.app.get(QualifyInstructor).execute(await person(academy, 'administrator'), other.instructorId, {
          courseId: cohort.courseId,
          validFrom: null,
          validUntil: null,
        }),
      );
      const session = await firstOf(cohort);
      const fields = {
        date: '2026-05-27',
        startTime: '09:00',
        endTime: '17:00',
        roomId: cohort.roomId,
        sequence: session.sequence,
      };
      await office.submit(`/office/sessions/${session.id}/placement`, {
        ...fields,
        instructorId: other.instructorId,
        replacesId: cohort.instructorId,
      });
      expect((await again(session.id)).instructors).toMatchObject([{ id: other.instructorId, role: 'lead' }]);
      await office.submit(`/office/sessions/${session.id}/placement`, {
        ...fields,
        sequence: session.sequence + 1,
        instructorId: '',
        replacesId: other.instructorId,
      });
      expect((await again(session.id)).instructors).toEqual([]);
      const { text } = await office.get('/office/timetable?view=timeline&by=instructor&week=2026-05-27');
      expect(text.indexOf('lines-unassigned')).toBeLessThan(text.indexOf(`data-holder="${cohort.instructorId}"`));
      expect(text).toContain('lines-unassigned');
    });

    test('stays where it is if the slot is taken or somebody changed it meanwhile', async () => {
      const [one, other] = [await aCohort(academy, { on: '2026-06-10' }), await aCohort(academy, { on: '2026-06-11' })];
      const session = await firstOf(one);
      const fields = {
        date: '2026-06-11',
        startTime: '10:00',
        endTime: '12:00',
        roomId: other.roomId,
        sequence: session.sequence,
      };
      const refused = await office.post(`/office/sessions/${session.id}/placement`, fields);
      expect(refused.location).toMatch(
        new RegExp(`^/office/sessions/${session.id}/move\\?date=2026-06-11&startTime=10%3A00`),
      );
      expect(wordsOf((await office.visit(refused.location!)).text)).toContain('没有移动');
      await office.post(`/office/sessions/${session.id}/placement`, { ...fields, roomId: one.roomId, sequence: 9 });
      expect(await again(session.id)).toMatchObject({ startsAt: session.startsAt, sequence: session.sequence });
    });

    test('redirects to the timetable only, whatever the form contains', async () => {
      const cohort = await aCohort(academy, { on: '2026-06-17' });
      const session = await firstOf(cohort);
      const answer = await office.post(`/office/sessions/${session.id}/placement`, {
        date: '2026-06-18',
        startTime: '09:00',
        endTime: '10:00',
        roomId: cohort.roomId,
        back: 'https://elsewhere.example/office/timetable?x',
      });
      expect(answer.location).toMatch(/^\/office\/timetable\?undo=/);
    });

    test('can be checked and moved by the office only', async () => {
      const session = await firstOf(await aCohort(academy, { on: '2026-06-24' }));
      for (const role of ['instructor', 'trainee'] as const) {
        const other = await signedIn(academy, role);
        expect((await other.get(`/office/sessions/${session.id}/check?date=2026-06-25`)).status).toBe(403);
        expect((await other.post(`/office/sessions/${session.id}/placement`, {})).status).toBe(403);
      }
      for (const id of ['00000000-0000-7000-8000-000000000000', 'nobody'])
        expect((await office.get(`/office/sessions/${id}/check`)).status).toBe(404);
    });
  });
});
