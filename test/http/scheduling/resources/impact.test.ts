import sql from 'sql-template-tag';
import { ReadDatabase } from '../../../../src/platform/index.js';
import { MoveSession } from '../../../../src/scheduling/index.js';
import { aCohort, aSlot, type BuiltCohort, done } from '../../../builders/cohorts.js';
import { TestAcademy } from '../../../support/app.js';
import { person, signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';

const CLOSURES = '/office/calendar/closures';

describe('the impact of a closure or absence is shown first', () => {
  let academy: TestAcademy;
  let office: WebClient;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    office = await signedIn(academy, 'administrator');
  });
  afterAll(() => academy.close());

  const closedOn = (date: string) =>
    academy.app
      .get(ReadDatabase)
      .query(sql`SELECT date AS "date" FROM calendar_day WHERE date = ${date} AND kind = 'closure'`);
  const absences = ({ instructorId }: BuiltCohort) =>
    academy.app.get(ReadDatabase).query(sql`SELECT id AS "id" FROM unavailability WHERE owner_id = ${instructorId}`);
  const seenIn = (page: string): string => /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? 'nothing';
  const sessionOf = async ({ id }: BuiltCohort) =>
    (await academy.app
      .get(ReadDatabase)
      .first<{ id: string }>(sql`SELECT id AS "id" FROM session WHERE cohort_id = ${id}`))!.id;

  test('a closure of the academy: the sessions are listed and nothing is closed until that is confirmed', async () => {
    const { code } = await aCohort(academy, { code: 'SEEN-1', on: '2026-06-03' });
    const wanted = { from: '2026-6-3', until: '2026-6-4', nameZh: '校园检修', nameEn: 'Maintenance' };
    const shown = await office.post(CLOSURES, wanted, '/office/calendar');
    expect(shown.status).toBe(200);
    expect(wordsOf(shown.text)).toMatch(new RegExp(`停课还没有登记：有 1 次课排在这几天.*${code} 第 1 次`));
    expect(shown.text).toContain('value="校园检修"');
    expect(await closedOn('2026-06-03')).toEqual([]);
    const declared = await office.submit(CLOSURES, { ...wanted, seen: seenIn(shown.text) }, '/office/calendar');
    expect(wordsOf(declared.text)).toContain('停课 2 天已登记；1 次课');
    expect(await closedOn('2026-06-03')).toHaveLength(1);
  });

  test('a closure without impact is declared at once', async () => {
    const declared = await office.submit(
      CLOSURES,
      { from: '2026-8-11', until: '2026-8-11', nameZh: '检修', nameEn: '' },
      '/office/calendar',
    );
    expect(wordsOf(declared.text)).toContain('停课 1 天已登记');
  });

  test('an impact that has changed since it was shown is shown again', async () => {
    const cohort = await aCohort(academy, { code: 'SEEN-2', on: '2026-06-10' });
    const wanted = { from: '2026-6-10', until: '2026-6-10', nameZh: '停水', nameEn: '' };
    const seen = seenIn((await office.post(CLOSURES, wanted, '/office/calendar')).text);
    done(
      await academy.app.get(MoveSession).execute(await person(academy, 'coordinator'), await sessionOf(cohort), {
        slot: aSlot('2026-06-10', ['13:00', '17:00']),
        seenSequence: null,
      }),
    );
    const again = await office.post(CLOSURES, { ...wanted, seen }, '/office/calendar');
    expect(wordsOf(again.text)).toMatch(/停课还没有登记.*13:00–17:00/);
    expect(await closedOn('2026-06-10')).toEqual([]);
    expect(seenIn(again.text)).not.toBe(seen);
  });

  test('an absence of an instructor, in English, with what was typed kept', async () => {
    const cohort = await aCohort(academy, { code: 'SEEN-3', on: '2026-06-17' });
    const english = await signedIn(academy, 'coordinator', 'en');
    const at = `/office/instructors/${cohort.instructorId}/unavailability`;
    const wanted = { fromDay: '2026-06-17', reason: 'A conference' };
    const shown = await english.post(at, wanted, at);
    expect(wordsOf(shown.text)).toMatch(/Not recorded yet: one session is scheduled in this time.*SEEN-3/);
    expect(shown.text).toContain('value="A conference"');
    expect(await absences(cohort)).toEqual([]);
    expect(wordsOf((await english.submit(at, { ...wanted, seen: seenIn(shown.text) }, at)).text)).toContain(
      'Sessions affected: 1',
    );
    expect(await absences(cohort)).toHaveLength(1);
  });
});
