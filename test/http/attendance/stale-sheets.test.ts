import sql from 'sql-template-tag';
import { instantOf, ReadDatabase } from '../../../src/platform/index.js';
import { TEST_START, TestAcademy } from '../../support/app.js';
import { type Person, signedIn } from '../../support/people.js';
import { type Answer, type Fields, type WebClient, wordsOf } from '../../support/web-client.js';
import { aCohortWithTeacher, type TaughtCohort } from './taught-cohort.js';

/** What a page shows at some moment: its cells as a browser would send them, and `seen`. */
function opened(page: Answer): Fields {
  const inputs = [...page.text.matchAll(/<input\b[^>]*>/g)].map(([input]) => input);
  const attribute = (input: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? '';
  return Object.fromEntries(
    inputs
      .filter((input) => /^(seen|score-|mark-|reason-)/.test(attribute(input, 'name')))
      .filter((input) => attribute(input, 'type') !== 'radio' || /\schecked\b/.test(input))
      .map((input) => [attribute(input, 'name'), attribute(input, 'value')]),
  );
}

describe('a sheet that was opened before somebody else changed it', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());

  const reads = () => academy.app.get(ReadDatabase);
  const taught = async (count: number): Promise<TaughtCohort & { office: WebClient; browser: WebClient }> => {
    const one = await aCohortWithTeacher(academy, count);
    academy.clock.moveTo(instantOf(one.cohort.day, '10:00'));
    const [office, browser] = [await signedIn(academy, 'coordinator'), await signedIn(academy, one.teacher)];
    return { ...one, office, browser };
  };

  describe('of results', () => {
    const withExam = async () => {
      const one = await taught(2);
      const path = `/office/cohorts/${one.cohort.code}`;
      const exam = { nameZh: '考试', nameEn: 'Exam', kind: 'exam', fullScore: 100, passScore: 60, weight: 100 };
      await one.office.submit(`${path}/assessments`, exam, `${path}/results`);
      const { id } = (await reads().first<{ id: string }>(
        sql`SELECT id AS "id" FROM assessment WHERE cohort_id = ${one.cohort.id}`,
      ))!;
      const [first, second] = one.enrolments.map((enrolment) => `score-${id}-${enrolment}`) as [string, string];
      const results = { office: `${path}/results`, teaching: `/teaching/cohorts/${one.cohort.code}/results` };
      await one.office.submit(results.office, { [first]: '50' }, results.office);
      const current = async () =>
        (
          await reads().query<{ score: number }>(
            sql`SELECT r.score AS "score" FROM result r JOIN enrolment e ON e.id = r.enrolment_id
              WHERE r.assessment_id = ${id} AND r.superseded_at IS NULL ORDER BY e.seat_number`,
          )
        ).map(({ score }) => score);
      return { ...one, first, second, results, current };
    };

    it('leaves the other’s correction alone where nothing was typed', async () => {
      const { browser, office, first, second, results, current } = await withExam();
      const stale = opened(await browser.get(results.teaching));
      await office.submit(results.office, { [first]: '85' }, results.office);
      const saved = await browser.submit(results.teaching, { ...stale, [second]: '77' });
      expect(await current()).toEqual([85, 77]);
      expect(wordsOf(saved.text)).toContain('成绩已保存，更新 1 项');
    });

    it('saves nothing over the other’s correction, shows both values, keeps what was typed, and saves the next time', async () => {
      const { browser, office, first, second, results, current } = await withExam();
      const stale = opened(await browser.get(results.teaching));
      await office.submit(results.office, { [first]: '85' }, results.office);
      const refused = await browser.post(results.teaching, { ...stale, [first]: '70', [second]: '77' });
      expect(refused.status).toBe(422);
      expect(await current()).toEqual([85]);
      const words = wordsOf(refused.text);
      expect(words).toContain('你改动的成绩中有 1 项已被他人改动，所以什么都没有保存');
      expect(words).toMatch(/现在是 85，由 \S+ 于 .{5,30} 录入；你填的是 70。/);
      const again = opened(refused);
      expect(again).toMatchObject({ [first]: '70', [second]: '77' });
      await browser.submit(results.teaching, again);
      expect(await current()).toEqual([70, 77]);
    });

    it('accepts the score that the other has entered as well', async () => {
      const { browser, office, first, results, current } = await withExam();
      const stale = opened(await browser.get(results.teaching));
      await office.submit(results.office, { [first]: '85' }, results.office);
      const saved = await browser.submit(results.teaching, { ...stale, [first]: '85' });
      expect(wordsOf(saved.text)).toContain('成绩没有变化');
      expect(await current()).toEqual([85]);
    });

    it('does not lose the other’s correction when another cell is not a score', async () => {
      const { browser, office, first, second, results, current } = await withExam();
      const stale = opened(await browser.get(results.teaching));
      await office.submit(results.office, { [first]: '85' }, results.office);
      const refused = await browser.post(results.teaching, { ...stale, [second]: '101' });
      expect(refused.status).toBe(422);
      expect(opened(refused)).toMatchObject({ [first]: '85', [second]: '101' });
      await browser.submit(results.teaching, { ...opened(refused), [second]: '100' });
      expect(await current()).toEqual([85, 100]);
    });

    it('without `seen`, as an earlier version has made it, replaces no score unasked', async () => {
      const { browser, first, second, results, current } = await withExam();
      await browser.submit(results.teaching, { [first]: '50', [second]: '77' });
      const refused = await browser.post(results.teaching, { [first]: '49', [second]: '77' });
      expect(refused.status).toBe(422);
      expect(await current()).toEqual([50, 77]);
      expect(wordsOf(refused.text)).toContain('你填的是 49');
    });

    it('reads a damaged `seen` like none', async () => {
      const { browser, first, results, current } = await withExam();
      for (const seen of ['', ';;;', ',;,', `${first},1;2`, '__proto__;constructor,1', 'x'.repeat(10_000)])
        expect((await browser.post(results.teaching, { seen, [first]: '49' })).status).toBe(422);
      expect(await current()).toEqual([50]);
    });
  });

  describe('a register', () => {
    const current = async (enrolments: readonly string[]) => {
      const rows = await reads().query<{ enrolmentId: string; mark: string; reason: string | null }>(
        sql`SELECT enrolment_id AS "enrolmentId", mark AS "mark", reason AS "reason" FROM attendance_mark WHERE superseded_at IS NULL`,
      );
      return enrolments.map((id) => {
        const row = rows.find(({ enrolmentId }) => enrolmentId === id);
        return row ? [row.mark, row.reason] : null;
      });
    };
    const open = async (client: WebClient, register: string) => opened(await client.get(register));

    it('marks the rest present, but not whom the other has marked', async () => {
      const { browser, office, enrolments, register } = await taught(2);
      const stale = await open(browser, register);
      const [first] = enrolments;
      await office.submit(register, { [`mark-${first}`]: 'absent', [`reason-${first}`]: '病假' }, register);
      await browser.submit(register, { ...stale, rest: 'present' });
      expect(await current(enrolments)).toEqual([
        ['absent', '病假'],
        ['present', null],
      ]);
    });

    it('leaves the other’s correction of mark or reason alone in lines that were not changed', async () => {
      const { browser, office, enrolments, register } = await taught(3);
      const [first, second, third] = enrolments as [string, string, string];
      await office.submit(register, { [`mark-${first}`]: 'present', [`mark-${second}`]: 'absent' }, register);
      const stale = await open(browser, register);
      await office.submit(
        register,
        { [`mark-${first}`]: 'late', [`mark-${second}`]: 'absent', [`reason-${second}`]: '病假' },
        register,
      );
      await browser.submit(register, { ...stale, [`mark-${third}`]: 'present' });
      expect(await current(enrolments)).toEqual([
        ['late', null],
        ['absent', '病假'],
        ['present', null],
      ]);
    });

    it('saves nothing over the other’s mark, shows both, keeps what was chosen, and saves the next time', async () => {
      const { browser, office, enrolments, register } = await taught(3);
      const [first, second] = enrolments as [string, string, string];
      const stale = await open(browser, register);
      await office.submit(register, { [`mark-${first}`]: 'absent', [`reason-${first}`]: '病假' }, register);
      const typed = { [`mark-${first}`]: 'late', [`mark-${second}`]: 'excused', [`reason-${second}`]: '出差' };
      const refused = await browser.post(register, { ...stale, ...typed, rest: 'present' });
      expect(refused.status).toBe(422);
      expect(await current(enrolments)).toEqual([['absent', '病假'], null, null]);
      const words = wordsOf(refused.text);
      expect(words).toContain('你改动的 1 人已有他人点名，所以什么都没有保存');
      expect(words).toMatch(/现在是“缺勤（病假）”，由 \S+ 于 .{5,30} 点名；你选的是“迟到”。/);
      const again = opened(refused);
      expect(again).toMatchObject({ ...typed, [`mark-${enrolments[2]}`]: 'present' });
      await browser.submit(register, again);
      expect(await current(enrolments)).toEqual([
        ['late', null],
        ['excused', '出差'],
        ['present', null],
      ]);
    });

    it('keeps the other’s reason when both gave the same mark and only the other gave a reason', async () => {
      const { browser, office, enrolments, register } = await taught(1);
      const [only] = enrolments as [string];
      const stale = await open(browser, register);
      await office.submit(register, { [`mark-${only}`]: 'absent', [`reason-${only}`]: '病假' }, register);
      await browser.submit(register, { ...stale, [`mark-${only}`]: 'absent' });
      expect(await current(enrolments)).toEqual([['absent', '病假']]);
    });

    it('does not replace a reason that the other has changed meanwhile', async () => {
      const { browser, office, enrolments, register } = await taught(1);
      const [only] = enrolments as [string];
      const away = (reason: string) => ({ [`mark-${only}`]: 'absent', [`reason-${only}`]: reason });
      await office.submit(register, away('病假'), register);
      const stale = await open(browser, register);
      await office.submit(register, away('病假，有证明'), register);
      const refused = await browser.post(register, { ...stale, ...away('事假') });
      expect(refused.status).toBe(422);
      expect(wordsOf(refused.text)).toContain('你选的是“缺勤（事假）”');
      expect(await current(enrolments)).toEqual([['absent', '病假，有证明']]);
    });

    it('without `seen`, as an earlier version has made it, replaces no mark and marks nobody unasked', async () => {
      const { browser, office, enrolments, register } = await taught(3);
      const [first, second] = enrolments as [string, string, string];
      await office.submit(register, { [`mark-${first}`]: 'absent' }, register);
      expect((await browser.post(register, { [`mark-${first}`]: 'present' })).status).toBe(422);
      await browser.submit(register, { [`mark-${second}`]: 'late', rest: 'present' });
      expect(await current(enrolments)).toEqual([['absent', null], ['late', null], null]);
    });

    it('is explained in English as well', async () => {
      const { teacher, office, enrolments, register } = await taught(1);
      const browser = await signedIn(academy, teacher satisfies Person, 'en');
      const stale = await open(browser, register);
      await office.submit(register, { [`mark-${enrolments[0]}`]: 'absent' }, register);
      const words = wordsOf((await browser.post(register, { ...stale, [`mark-${enrolments[0]}`]: 'late' })).text);
      expect(words).toContain('The mark of one person whom you changed has been changed since you opened this page');
      expect(words).toMatch(/Now “Absent”, marked meanwhile by \S+ on .{5,30}; you chose “Late”\./);
    });
  });
});
