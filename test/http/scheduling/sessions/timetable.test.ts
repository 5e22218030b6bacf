import {
  AddInstructor,
  CancelSession,
  DeclareClosure,
  instructors,
  PlaceSession,
  QualifyInstructor,
  sessionsOfCohort,
  type SessionRow,
} from '../../../../src/scheduling/index.js';
import { instantOf, ReadDatabase } from '../../../../src/platform/index.js';
import { aCohort, aSlot, type BuiltCohort, done } from '../../../builders/cohorts.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers } from '../../../support/behind-the-back.js';
import { CAST, person, signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';

/* Monday 2 March 2026, 9:00. */
describe('the timetable', () => {
  let academy: TestAcademy;
  let office: WebClient;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    office = await signedIn(academy, 'coordinator');
  });
  afterAll(() => academy.close());

  const reads = <Row>(query: Parameters<ReadDatabase['query']>[0]) => academy.app.get(ReadDatabase).query<Row>(query);
  const firstOf = async (cohort: BuiltCohort): Promise<SessionRow> => (await sessionsOfCohort(reads, cohort.id))[0]!;
  const placed = async (cohort: BuiltCohort, slot: ReturnType<typeof aSlot>) =>
    done(
      await academy.app
        .get(PlaceSession)
        .execute(await person(academy, 'coordinator'), { cohortCode: cohort.code, slot }),
    ).sessionIds[0]!;
  /** The cohorts whose sessions a page draws. */
  const drawnOn = async (path: string): Promise<string[]> =>
    [
      ...new Set(
        [...(await office.get(`/office/timetable${path}`)).text.matchAll(/class="block-name">([^<]+) · \d+</g)].map(
          ([, cohort]) => cohort!,
        ),
      ),
    ].sort();

  test('shows a week by the hour: each session at its time, without inline styles, linked to its form', async () => {
    const cohort = await aCohort(academy, { on: '2026-03-05' });
    const session = await firstOf(cohort);
    const { text } = await office.get('/office/timetable');
    const [block] = new RegExp(`<a class="[^"]*" href="/office/sessions/${session.id}/move"[^>]*>`).exec(text) ?? [''];
    expect(block).toMatch(/class="block block-unconfirmed at-0900 for-480 lane-1 of-1 wide-1"/);
    expect(block).toContain('data-date="2026-03-05"');
    expect(text).not.toContain('style=');
  });

  test('keeps its filters in the address: text, one room, a track, a kind of room, a state', async () => {
    const [one, other] = [await aCohort(academy, { on: '2026-03-11' }), await aCohort(academy, { on: '2026-03-12' })];
    await placed(one, aSlot('2026-03-13', ['09:00', '10:00'], { instructorId: one.instructorId }));
    const week = 'week=2026-03-11';
    expect(await drawnOn(`?${week}`)).toEqual([one.code, other.code].sort());
    expect(await drawnOn(`?${week}&q=${one.courseCode.toLowerCase()}-2026`)).toEqual([one.code]);
    expect(await drawnOn(`?${week}&room=${other.roomId}`)).toEqual([other.code]);
    expect(await drawnOn(`?${week}&by=instructor&instructor=${one.instructorId}`)).toEqual([one.code]);
    expect(await drawnOn(`?${week}&by=cohort&cohort=${other.id}&view=timeline`)).toEqual([other.code]);
    expect(await drawnOn(`?${week}&track=T-${one.courseCode}`)).toEqual([one.code]);
    expect(await drawnOn(`?${week}&kind=lab`)).toEqual([]);
    expect(await drawnOn(`?${week}&state=unstaffed&view=month`)).toEqual([one.code]);
    expect(await drawnOn('?day=2026-03-12')).toEqual([other.code]);
    const kept = (await office.get(`/office/timetable?${week}&q=${one.courseCode}&state=unstaffed`)).text;
    expect(kept).toContain(`value="${one.courseCode}"`);
    expect(kept).toMatch(/href="[^"]*view&#x3D;timeline[^"]*q&#x3D;STORY-\d+[^"]*state&#x3D;unstaffed/);
    expect((await office.get('/office/timetable?view=never&week=2026-02-31&by=moon&state=sad&day=x')).status).toBe(200);
  });

  test('hides cancelled sessions by default', async () => {
    const cohort = await aCohort(academy, { on: '2026-03-17' });
    const session = await firstOf(cohort);
    done(
      await academy.app
        .get(CancelSession)
        .execute(await person(academy, 'coordinator'), [{ sessionId: session.id, seenSequence: null }], '停电'),
    );
    expect(await drawnOn('?week=2026-03-17')).toEqual([]);
    expect(await drawnOn('?week=2026-03-17&state=cancelled')).toEqual([cohort.code]);
    expect(await drawnOn(`?week=2026-03-17&by=cohort&cohort=${cohort.id}`)).toEqual([cohort.code]);
  });

  test('marks both sessions of an old double booking, and lists it as a clash', async () => {
    const [one, other] = [await aCohort(academy, { on: '2026-03-24' }), await aCohort(academy, { on: '2026-03-25' })];
    const id = await placed(other, aSlot('2026-03-24', ['16:00', '18:00'], { instructorId: other.instructorId }));
    await disableTriggers(academy, ['session_hold']);
    const { write } = academy.connections;
    await write.query(`UPDATE session SET room_id = '${one.roomId}', override_reason = '合并上课' WHERE id = '${id}'`);
    await write.query(`INSERT INTO session_hold (session_id, kind, holder_id, held_from, held_until, overridden)
      VALUES ('${id}', 'room', '${one.roomId}', ${instantOf('2026-03-24', '16:00')}, ${instantOf('2026-03-24', '18:00')}, 1)`);
    expect(wordsOf((await office.get('/office/clashes')).text)).toMatch(
      new RegExp(`${other.code}.*那时已给 ${one.code}`),
    );
    expect(await drawnOn('?week=2026-03-24&state=doubleBooked')).toEqual([one.code, other.code].sort());
    const alone = (await office.get('/office/timetable?day=2026-03-25')).text;
    expect(alone).not.toContain('class="block block-doubleBooked');
  });

  test('shows holidays, closures and years that are not yet published', async () => {
    await aCohort(academy, { on: '2026-04-14' });
    done(
      await academy.app.get(DeclareClosure).execute(await person(academy, 'administrator'), {
        from: '2026-04-15',
        until: '2026-04-15',
        nameZh: '消防演习',
        nameEn: 'Fire drill',
      }),
    );
    for (const view of ['week', 'timeline', 'month']) {
      const words = wordsOf((await office.get(`/office/timetable?view=${view}&week=2026-04-15`)).text);
      expect(words).toContain('停课（消防演习）');
      expect(words).toContain('2026 年放假通知还未公布');
    }
  });

  test('an hour with too many sessions counts those it hides, and lists them on phones', async () => {
    for (let at = 0; at < 9; at += 1) {
      const cohort = await aCohort(academy, { on: '2026-06-03' });
      await placed(cohort, aSlot('2026-06-04', ['09:00', '10:00'], cohort));
    }
    const { text } = await office.get('/office/timetable?day=2026-06-04');
    expect(text.match(/class="block /g)).toHaveLength(9);
    const week = (await office.get('/office/timetable?week=2026-06-04')).text;
    expect(week).toContain('另有 8 次');
    expect(week.match(/block-over"/g)!.length).toBeGreaterThanOrEqual(8);
  });

  test('rooms and instructors have a printable week; instructors can print their own', async () => {
    const cohort = await aCohort(academy, { on: '2026-07-01' });
    const door = wordsOf((await office.get(`/office/timetable/door?room=${cohort.roomId}&week=2026-07-01`)).text);
    expect(door).toMatch(/09:00–17:00 课程 STORY-\d+/);
    expect(door).toContain('本周 1 次课，共 8 小时');
    const week = wordsOf(
      (await office.get(`/office/timetable/instructor?instructor=${cohort.instructorId}&week=2026-07-03`)).text,
    );
    expect(week).toContain(cohort.code);
    for (const path of ['door?room=nothing', 'instructor?instructor=00000000-0000-7000-8000-000000000000'])
      expect((await office.get(`/office/timetable/${path}`)).status).toBe(404);
    const administrator = await person(academy, 'administrator');
    const me = await signedIn(academy, 'instructor');
    const known = (await instructors(reads)).find(({ accountEmail }) => accountEmail === CAST.instructor.email);
    const own =
      known ??
      done(
        await academy.app.get(AddInstructor).execute(administrator, {
          name: CAST.instructor.name,
          latinName: null,
          email: null,
          phone: null,
          bioZh: null,
          bioEn: null,
          accountEmail: CAST.instructor.email,
        }),
      );
    done(
      await academy.app
        .get(QualifyInstructor)
        .execute(administrator, own.id, { courseId: cohort.courseId, validFrom: null, validUntil: null }),
    );
    await placed(cohort, aSlot('2026-07-02', ['13:00', '15:00'], { roomId: cohort.roomId, instructorId: own.id }));
    const mine = wordsOf((await me.get('/teaching/week?week=2026-07-02')).text);
    expect(mine).toContain('13:00–15:00');
    expect(mine).toContain('本周 1 次课，共 2 小时');
    expect((await office.get('/teaching/week')).status).toBe(403);
  });

  test('utilisation is counted by week, sorted and filtered by address, and linked to the timeline', async () => {
    await aCohort(academy, { on: '2027-02-03' });
    const cohort = await aCohort(academy, { on: '2026-08-05' });
    const { text } = await office.get('/office/timetable/use?from=2026-08-03&kind=room');
    const line = new RegExp(`<tr>\\s*<th scope="row">\\s*<a href="([^"]+)">[^<]+</a>[\\s\\S]*?</tr>`).exec(text)!;
    expect(line[1]).toMatch(new RegExp(`view&#x3D;timeline.*room&#x3D;${cohort.roomId}`));
    expect(line[0]).toMatch(/use-1" title="8 \/ 40 小时">\s*20\s*</);
    expect(wordsOf(text)).not.toContain('讲师 1 ');
    expect(text).toContain('aria-sort="descending"');
    const rising = (await office.get('/office/timetable/use?from=2026-08-03&kind=room&sort=share')).text;
    expect(rising).toContain('aria-sort="ascending"');
    const lines = [...rising.matchAll(/room&#x3D;([0-9a-f-]{36})/g)].map(([, id]) => id);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.at(-1)).toBe(cohort.roomId);
  });
});
