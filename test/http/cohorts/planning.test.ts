import sql from 'sql-template-tag';
import { instantOf, ReadDatabase } from '../../../src/platform/index.js';
import { aCohort, aCourse, type BuiltCohort } from '../../builders/cohorts.js';
import { type BuiltTrainee, someTrainees } from '../../builders/trainees.js';
import { TEST_START, TestAcademy } from '../../support/app.js';
import { person, signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';

describe('a coordinator and a cohort', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());

  const row = (code: string) =>
    academy.app.get(ReadDatabase).first<{
      id: string;
      state: string;
      capacity: number;
      seats: number;
      windowClosesAt: number;
      frozenAt: number | null;
    }>(sql`
    SELECT c.id AS "id", c.state AS "state", c.capacity AS "capacity", c.window_closes_at AS "windowClosesAt", v.frozen_at AS "frozenAt",
      (SELECT COUNT(*) FROM seat WHERE cohort_id = c.id) AS "seats" FROM cohort c JOIN course_version v ON v.id = c.course_version_id WHERE c.code = ${code}`);
  const enrolled = async (cohort: BuiltCohort, count: number): Promise<BuiltTrainee[]> => {
    const trainees = await someTrainees(academy, count);
    for (const trainee of trainees)
      await (
        await signedIn(academy, trainee)
      ).submit(`/cohorts/${cohort.code}/enrolments`, {}, `/cohorts/${cohort.code}`);
    return trainees;
  };
  let courses = 0;
  const fields = async (change: Record<string, string> = {}) => {
    courses += 1;
    const course = await aCourse(academy, await person(academy, 'coordinator'), `PLAN-${courses}T00`);
    return {
      courseId: course.id,
      startsOn: '3月16日',
      endsOn: '2026.3.19',
      code: '',
      capacity: '24',
      leastEnrolment: '8',
      delivery: 'onsite',
      ...change,
    };
  };

  test('creates one with defaults: a proposed code, and a window from now to the evening before the start', async () => {
    const browser = await signedIn(academy, 'coordinator');
    const page = await browser.submit('/office/cohorts', await fields(), '/office/cohorts/new');
    const code = `PLAN-${courses}-2026-03`;
    expect(page.path).toBe(`/office/cohorts/${code}`);
    expect(wordsOf(page.text)).toContain('还没有课次，请先排课。');
    expect(await row(code)).toMatchObject({
      state: 'draft',
      capacity: 24,
      seats: 0,
      windowClosesAt: instantOf('2026-03-15', '18:00'),
    });
    expect((await browser.get(`/cohorts/${code}`)).status).toBe(404);
  });

  test('an invalid plan keeps everything typed and explains the errors beside the fields', async () => {
    const browser = await signedIn(academy, 'coordinator', 'en');
    const answer = await browser.post(
      '/office/cohorts',
      await fields({ endsOn: '2026-03-09', capacity: '5', feeTextEn: 'Free 😀', feeTextZh: '免费' }),
      '/office/cohorts/new',
    );
    expect(answer.status).toBe(422);
    const words = wordsOf(answer.text);
    expect(words).toContain('The cohort would end before it begins. Choose 16 March 2026 or later.');
    expect(words).toContain('The minimum enrolment cannot be above the capacity of 5.');
    expect(answer.text).toContain('value="Free 😀"');
    expect(answer.text).toContain('value="3月16日"');
  });

  test('a taken code is refused, and a second cohort of the month gets the next code', async () => {
    const browser = await signedIn(academy, 'coordinator');
    const wanted = await fields();
    await browser.submit('/office/cohorts', wanted, '/office/cohorts/new');
    expect((await browser.submit('/office/cohorts', wanted, '/office/cohorts/new')).path).toBe(
      `/office/cohorts/PLAN-${courses}-2026-03-2`,
    );
    const answer = await browser.post(
      '/office/cohorts',
      { ...wanted, code: `plan-${courses}-2026-03` },
      '/office/cohorts/new',
    );
    expect(answer.status).toBe(422);
    expect(wordsOf(answer.text)).toContain('已被使用');
  });

  test('publication is refused with the reasons shown on the page, then opens seats and freezes the syllabus', async () => {
    const browser = await signedIn(academy, 'coordinator');
    const cohort = await aCohort(academy, { capacity: 6, publish: false });
    academy.clock.moveTo(instantOf(cohort.day, '08:30'));
    const before = await browser.get(`/office/cohorts/${cohort.code}/publication`);
    expect(before.status).toBe(200);
    const refused = await browser.post(`/office/cohorts/${cohort.code}/publication`);
    expect(refused.status).toBe(422);
    for (const answer of [before, refused])
      expect(wordsOf(answer.text)).toMatch(/报名时段已于 .+ 结束，请先改到将来。/);
    academy.clock.moveTo(TEST_START);
    const after = await browser.submit(`/office/cohorts/${cohort.code}/publication`);
    expect(wordsOf(after.text)).toContain('已发布，学员现在可以看到');
    expect(await row(cohort.code)).toMatchObject({ state: 'tentative', seats: 6, frozenAt: TEST_START });
    expect((await academy.client().get(`/cohorts/${cohort.code}`)).status).toBe(200);
  });

  test('a published cohort keeps code and course, and its capacity cannot go below the seats taken', async () => {
    const browser = await signedIn(academy, 'coordinator');
    const cohort = await aCohort(academy, { capacity: 3 });
    await enrolled(cohort, 2);
    const path = `/office/cohorts/${cohort.code}/edit`;
    const same = {
      startsOn: cohort.day,
      endsOn: cohort.day,
      leastEnrolment: '1',
      delivery: 'onsite',
      windowOpensOn: '2026-03-02',
      windowOpensAt: '8:00',
      windowClosesOn: cohort.day,
      windowClosesAt: '8:00',
    };
    const refused = await browser.post(path, { ...same, capacity: '1' }, path);
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.text)).toContain('已占用 2 个名额');
    expect(refused.text).toMatch(/name="capacity" value="1"/);
    const renamed = await browser.post(path, { ...same, capacity: '3', code: 'OTHER-1' }, path);
    expect(wordsOf(renamed.text)).toContain('班次发布后编号不再改动');
    await browser.submit(path, { ...same, capacity: '２' }, path);
    expect(await row(cohort.code)).toMatchObject({ capacity: 2, seats: 2 });
  });

  test('confirmation with too few people needs an acknowledgement', async () => {
    const browser = await signedIn(academy, 'coordinator');
    const cohort = await aCohort(academy, { capacity: 3 });
    const path = `/office/cohorts/${cohort.code}/confirmation`;
    expect(wordsOf((await browser.get(path)).text)).toContain('已确认 0 人，最低开班人数 1。');
    const refused = await browser.post(path);
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.text)).toContain('已确认 0 人，不足最低开班人数 1。');
    await browser.submit(path, { acknowledged: '1' });
    expect((await row(cohort.code))?.state).toBe('confirmed');
  });

  test('the list filters by text, state and month, shows an empty result, and treats % literally', async () => {
    const browser = await signedIn(academy, 'coordinator');
    const cohort = await aCohort(academy, { capacity: 2 });
    const found = await browser.get(
      `/office/cohorts?q=${cohort.code.toLowerCase()}&state=tentative&month=${cohort.day.slice(0, 7)}&seats=1`,
    );
    expect(found.text).toContain(`/office/cohorts/${cohort.code}"`);
    expect(wordsOf(found.text)).toContain('共 1 个班次');
    expect(wordsOf((await browser.get('/office/cohorts?q=%25')).text)).toContain('没有符合条件的结果');
    for (const sort of ['next', 'starts', 'code', 'seats', 'nonsense'])
      expect((await browser.get(`/office/cohorts?sort=${sort}&page=999`)).status).toBe(200);
  });

  test('is for the office: instructors and trainees have no access, and an unknown code gives 404', async () => {
    const cohort = await aCohort(academy);
    for (const role of ['instructor', 'trainee'] as const)
      expect((await (await signedIn(academy, role)).get(`/office/cohorts/${cohort.code}`)).status).toBe(403);
    expect((await (await signedIn(academy, 'coordinator')).get('/office/cohorts/NOTHING-HERE')).status).toBe(404);
  });
});
