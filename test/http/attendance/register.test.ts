import sql from 'sql-template-tag';
import { daysAfter, instantOf, ReadDatabase } from '../../../src/platform/index.js';
import type { BuiltCohort } from '../../builders/cohorts.js';
import { TEST_START, TestAcademy } from '../../support/app.js';
import { signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';
import { aCohortWithTeacher, type TaughtCohort } from './taught-cohort.js';

describe('the register, results and completion', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());

  const taught = (count: number): Promise<TaughtCohort> => aCohortWithTeacher(academy, count);
  const standing = (enrolmentId: string) =>
    academy.app.get(ReadDatabase).query<{ mark: string; current: number }>(sql`
    SELECT mark AS "mark", CASE WHEN superseded_at IS NULL THEN 1 ELSE 0 END AS "current" FROM attendance_mark WHERE enrolment_id = ${enrolmentId} ORDER BY marked_at, id`);
  const during = (cohort: BuiltCohort): void => academy.clock.moveTo(instantOf(cohort.day, '10:00'));
  const afterwards = (cohort: BuiltCohort): void => academy.clock.moveTo(instantOf(daysAfter(cohort.day, 1), '09:00'));

  test('the register is one form: a mark for some, one button for everybody else', async () => {
    const { cohort, enrolments, register, teacher } = await taught(3);
    during(cohort);
    const browser = await signedIn(academy, teacher);
    const page = await browser.submit(
      register,
      { [`mark-${enrolments[1]}`]: 'excused', [`reason-${enrolments[1]}`]: '单位值班', rest: 'present' },
      register,
    );
    expect(wordsOf(page.text)).toContain('出勤 2 · 迟到 0 · 请假 1 · 缺勤 0');
    expect(page.text).toContain('value="单位值班"');
    expect(await standing(enrolments[0]!)).toEqual([{ mark: 'present', current: 1 }]);
  });

  test('a change keeps the earlier mark and shows it; the same mark again writes nothing', async () => {
    const { cohort, enrolments, register, teacher } = await taught(1);
    during(cohort);
    const browser = await signedIn(academy, teacher);
    await browser.submit(register, { [`mark-${enrolments[0]}`]: 'absent' }, register);
    const changed = await browser.submit(register, { [`mark-${enrolments[0]}`]: 'late' }, register);
    expect(wordsOf(changed.text)).toMatch(/改过的记录 .*缺勤/);
    const again = await browser.submit(register, { [`mark-${enrolments[0]}`]: 'late' }, register);
    expect(wordsOf(again.text)).toContain('点名册没有变化');
    expect(await standing(enrolments[0]!)).toEqual([
      { mark: 'absent', current: 0 },
      { mark: 'late', current: 1 },
    ]);
  });

  test('the register is closed before the session, and says when it opens', async () => {
    const { enrolments, register, teacher } = await taught(1);
    const browser = await signedIn(academy, teacher, 'en');
    expect(wordsOf((await browser.get(register)).text)).toContain('Its register opens on');
    const refused = await browser.post(register, { [`mark-${enrolments[0]}`]: 'present' });
    expect(refused.status).toBe(422);
    expect(await standing(enrolments[0]!)).toEqual([]);
  });

  test('another instructor’s register gives 404; marks of other people are ignored; an invalid reason is kept and explained', async () => {
    const { cohort, enrolments, register, teacher } = await taught(1);
    const other = await taught(1);
    during(cohort);
    expect((await (await signedIn(academy, other.teacher)).get(register)).status).toBe(404);
    expect((await (await signedIn(academy, other.teacher)).post(register, { rest: 'present' })).status).toBe(404);
    const browser = await signedIn(academy, teacher);
    await browser.submit(
      register,
      { [`mark-${other.enrolments[0]}`]: 'present', [`mark-${enrolments[0]}`]: 'dancing' },
      register,
    );
    expect([...(await standing(other.enrolments[0]!)), ...(await standing(enrolments[0]!))]).toEqual([]);
    const long = '长'.repeat(201);
    const refused = await browser.post(register, {
      [`mark-${enrolments[0]}`]: 'absent',
      [`reason-${enrolments[0]}`]: long,
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(long);
    expect(wordsOf(refused.text)).toContain('最多 200 个字符');
    expect((await browser.get('/sessions/nothing/register')).status).toBe(404);
  });

  test('an invalid score is explained beside its cell without losing input; a change keeps the earlier result', async () => {
    const { cohort, enrolments, teacher } = await taught(2);
    during(cohort);
    const path = `/teaching/cohorts/${cohort.code}`;
    const results = `${path}/results`;
    const browser = await signedIn(academy, teacher);
    await browser.submit(
      `${path}/assessments`,
      { nameZh: '上机考试', nameEn: 'Lab exam', kind: 'exam', fullScore: 100, passScore: 60, weight: 100 },
      `${path}/results`,
    );
    const reads = academy.app.get(ReadDatabase);
    const { id } = (await reads.first<{ id: string }>(
      sql`SELECT id AS "id" FROM assessment WHERE cohort_id = ${cohort.id}`,
    ))!;
    const cell = (at: number): string => `score-${id}-${enrolments[at]}`;
    const refused = await browser.post(`${path}/results`, { [cell(0)]: '88', [cell(1)]: '101' });
    expect(refused.status).toBe(422);
    expect(refused.text).toMatch(new RegExp(`id="${cell(1)}-error"[\\s\\S]*不能超过满分 100`));
    expect(refused.text).toMatch(new RegExp(`name="${cell(0)}" value="88"`));
    await browser.submit(results, { [cell(0)]: '88', [cell(1)]: '59' }, results);
    await browser.submit(results, { [cell(0)]: '90', [cell(1)]: '' }, results);
    const scores = await reads.query<{ score: number; current: number }>(sql`
      SELECT score AS "score", CASE WHEN superseded_at IS NULL THEN 1 ELSE 0 END AS "current" FROM result WHERE assessment_id = ${id} ORDER BY recorded_at, score`);
    expect(
      scores
        .filter(({ current }) => current === 1)
        .map(({ score }) => score)
        .sort(),
    ).toEqual([59, 90]);
    expect(scores).toHaveLength(3);
    const kept = await browser.post(`${path}/assessments/${id}/removal`);
    expect(kept.status).toBe(422);
    const visitor = await signedIn(academy, (await taught(1)).teacher);
    expect((await visitor.get(`${path}/results`)).status).toBe(404);
  });

  test('completion lists what is missing, then records everybody’s outcome at once', async () => {
    const { cohort, enrolments, register } = await taught(3);
    const path = `/office/cohorts/${cohort.code}`;
    expect((await (await signedIn(academy, 'coordinator')).post(`${path}/completion`)).status).toBe(422);
    afterwards(cohort);
    const office = await signedIn(academy, 'coordinator');
    expect(wordsOf((await office.get(`${path}/completion`)).text)).toContain('第 1 次课的点名册还有空缺');
    await office.submit(register, { [`mark-${enrolments[2]}`]: 'absent', rest: 'present' }, register);
    await office.submit(
      `${path}/assessments`,
      { nameZh: '项目', nameEn: 'Project', kind: 'project', fullScore: 50, passScore: 30, weight: 100 },
      `${path}/results`,
    );
    expect(wordsOf((await office.post(`${path}/completion`)).text)).toContain('“项目”还没有任何成绩');
    const { id } = (await academy.app
      .get(ReadDatabase)
      .first<{ id: string }>(sql`SELECT id AS "id" FROM assessment WHERE cohort_id = ${cohort.id}`))!;
    await office.submit(`${path}/results`, {
      [`score-${id}-${enrolments[0]}`]: '50',
      [`score-${id}-${enrolments[2]}`]: '20',
    });
    const asked = wordsOf((await office.get(`${path}/completion`)).text);
    for (const words of ['结业 1 人', '未结业 2 人', '出勤率不足 80%', '缺少成绩', '有考核未及格'])
      expect(asked).toContain(words);
    const after = await office.submit(`${path}/completion`, {}, `${path}/completion`);
    expect(wordsOf(after.text)).toContain('结业 1 人，未结业 2 人');
    const states = await academy.app
      .get(ReadDatabase)
      .query<{ id: string; state: string }>(
        sql`SELECT id AS "id", state AS "state" FROM enrolment WHERE cohort_id = ${cohort.id}`,
      );
    expect(enrolments.map((one) => states.find(({ id: known }) => known === one)?.state)).toEqual([
      'completed',
      'notCompleted',
      'notCompleted',
    ]);
    const late = await office.post(register, { [`mark-${enrolments[2]}`]: 'present' }, register);
    expect(late.status).toBe(422);
    expect(wordsOf((await office.submit(`${path}/completion`)).text)).toContain('已经办理过结业');
  });

  test('the office sees everybody’s attendance at every session', async () => {
    const { cohort, enrolments, register } = await taught(2);
    afterwards(cohort);
    const office = await signedIn(academy, 'coordinator');
    await office.submit(
      register,
      { [`mark-${enrolments[0]}`]: 'present', [`mark-${enrolments[1]}`]: 'absent' },
      register,
    );
    const words = wordsOf((await office.get(`/office/cohorts/${cohort.code}/attendance`)).text);
    for (const said of ['100%', '0% 不足', '50%']) expect(words).toContain(said);
  });
});
