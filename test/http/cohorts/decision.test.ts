import sql from 'sql-template-tag';
import { instantOf, ReadDatabase } from '../../../src/platform/index.js';
import { aCohort, aCourse } from '../../builders/cohorts.js';
import { someTrainees } from '../../builders/trainees.js';
import { TEST_START, TestAcademy } from '../../support/app.js';
import { person, signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';

describe('the decision whether a cohort runs', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());

  const row = (code: string) =>
    academy.app.get(ReadDatabase).first<{ state: string; decisionOn: string | null }>(sql`
    SELECT state AS "state", decision_on AS "decisionOn" FROM cohort WHERE code = ${code}`);
  const acts = async (code: string) =>
    (
      await academy.app.get(ReadDatabase).query<{ act: string }>(sql`
    SELECT act AS "act" FROM audit_entry WHERE subject_label = ${code} ORDER BY at, id`)
    ).map(({ act }) => act);
  /** Begins on 16 March, decision by the 9th; nobody has enrolled, the minimum is two. */
  const small = () => aCohort(academy, { on: '2026-03-16', leastEnrolment: 2, decisionOn: '2026-03-09' });

  test('is a task of the coordinator from three days before the decision date, and never made by the system', async () => {
    const office = await signedIn(academy, 'coordinator');
    const { code } = await small();
    const said = async () => wordsOf((await office.get(`/office/cohorts/${code}`)).text);
    academy.clock.moveTo(instantOf('2026-03-05', '23:59'));
    expect(await said()).not.toContain('要决定是否开班');
    academy.clock.moveTo(instantOf('2026-03-06', '00:00'));
    expect(await said()).toContain('2026年3月9日前要决定是否开班：人数不足');
    expect(await said()).toContain('已确认 0 人，最低开班 2 人，还差 2 人');
    academy.clock.moveTo(instantOf('2026-03-09', '12:00'));
    expect(await said()).toContain('今天要决定是否开班');
    academy.clock.moveTo(instantOf('2026-03-12', '12:00'));
    expect(await said()).toContain('开班决定日 2026年3月9日 已过，人数仍不足');
    const { text } = await office.get(`/office/cohorts/${code}`);
    for (const way of ['confirmation', 'cancellation']) expect(text).toContain(`href="/office/cohorts/${code}/${way}"`);
    expect(text).toContain(`action="/office/cohorts/${code}/decision"`);
    expect((await row(code))?.state).toBe('tentative');
  });

  test('is made by confirming anyway, and the task disappears', async () => {
    const office = await signedIn(academy, 'coordinator');
    const { code } = await small();
    academy.clock.moveTo(instantOf('2026-03-10', '09:00'));
    const after = await office.submit(`/office/cohorts/${code}/confirmation`, { acknowledged: '1' });
    expect(wordsOf(after.text)).not.toContain('人数仍不足');
    expect((await row(code))?.state).toBe('confirmed');
  });

  test('is not needed once enough people have a seat', async () => {
    const office = await signedIn(academy, 'coordinator');
    const { code } = await small();
    for (const trainee of await someTrainees(academy, 2))
      await (await signedIn(academy, trainee)).submit(`/cohorts/${code}/enrolments`, {}, `/cohorts/${code}`);
    academy.clock.moveTo(instantOf('2026-03-10', '09:00'));
    expect(wordsOf((await office.get(`/office/cohorts/${code}`)).text)).not.toContain('人数仍不足');
  });

  test('can be postponed by moving the date, with an audit entry', async () => {
    const office = await signedIn(academy, 'coordinator');
    const { code } = await small();
    const path = `/office/cohorts/${code}/decision`;
    academy.clock.moveTo(instantOf('2026-03-10', '09:00'));
    const after = await office.submit(path, { decisionOn: '3月16日' }, `/office/cohorts/${code}`);
    expect(wordsOf(after.text)).toContain('的开班决定日改为 2026年3月16日');
    expect(wordsOf(after.text)).toContain('2026年3月9日 → 2026年3月16日');
    expect(wordsOf(after.text)).not.toContain('人数仍不足');
    expect(await row(code)).toEqual({ state: 'tentative', decisionOn: '2026-03-16' });
    await office.submit(path, { decisionOn: '3月16日' });
    expect((await acts(code)).filter((act) => act === 'cohort.decisionMoved')).toHaveLength(1);
  });

  test('cannot move to a past day, a day after the start, or an empty day: each is refused beside the field', async () => {
    const office = await signedIn(academy, 'coordinator');
    const { code } = await small();
    const path = `/office/cohorts/${code}/decision`;
    academy.clock.moveTo(instantOf('2026-03-10', '09:00'));
    for (const [decisionOn, told] of [
      ['2026-03-09', '这一天已经过去，请选今天（2026年3月10日）或之后。'],
      ['2026-03-17', '最晚是开课当天，请选 2026年3月16日 或之前。'],
      ['not a day', ''],
      ['', ''],
    ] as const) {
      const answer = await office.post(path, { decisionOn }, path);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('id="field-decisionOn-error"');
      expect(wordsOf(answer.text)).toContain(told);
    }
    expect((await row(code))?.decisionOn).toBe('2026-03-09');
    academy.clock.moveTo(instantOf('2026-03-17', '09:00'));
    expect(wordsOf((await office.post(path, { decisionOn: '2026-03-18' }, path)).text)).toContain('不能再推迟决定');
  });

  test('is due a week before the start by default, and not after it', async () => {
    const office = await signedIn(academy, 'coordinator');
    const course = await aCourse(academy, await person(academy, 'coordinator'), 'DECIDE-1');
    const fields = {
      courseId: course.id,
      startsOn: '2026-03-16',
      endsOn: '2026-03-19',
      code: '',
      capacity: '24',
      leastEnrolment: '8',
      delivery: 'onsite',
    };
    await office.submit('/office/cohorts', { ...fields, decisionOn: '' }, '/office/cohorts/new');
    expect((await row('DECIDE-1-2026-03'))?.decisionOn).toBe('2026-03-09');
    await office.submit('/office/cohorts', { ...fields, decisionOn: '3月12日' }, '/office/cohorts/new');
    expect((await row('DECIDE-1-2026-03-2'))?.decisionOn).toBe('2026-03-12');
    const answer = await office.post('/office/cohorts', { ...fields, decisionOn: '2026-03-17' }, '/office/cohorts/new');
    expect(answer.status).toBe(422);
    expect(wordsOf(answer.text)).toContain('最晚是开课当天，请选 2026年3月16日 或之前。');
    const path = '/office/cohorts/DECIDE-1-2026-03/edit';
    expect((await office.get(path)).text).toContain('name="decisionOn" value="2026-03-09"');
    await office.submit(path, { ...fields, decisionOn: '2026-03-10' }, path);
    expect((await row('DECIDE-1-2026-03'))?.decisionOn).toBe('2026-03-10');
  });
});

describe('a cohort whose first day has come', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  test('is in progress on every page and in the filter', async () => {
    const office = await signedIn(academy, 'coordinator');
    const { code, day, courseCode } = await aCohort(academy);
    await office.submit(`/office/cohorts/${code}/confirmation`, { acknowledged: '1' });
    const places = [
      `/office/cohorts/${code}`,
      `/office/courses/${courseCode}`,
      `/cohorts/${code}`,
      `/courses/${courseCode}`,
      `/office/cohorts?q=${code}`,
    ];
    academy.clock.moveTo(instantOf(day, '00:00') - 1);
    for (const place of places) expect((await office.get(place)).text).not.toContain('badge-inProgress');
    expect((await office.get('/office/cohorts?state=confirmed')).text).toContain(`/office/cohorts/${code}"`);
    academy.clock.moveTo(instantOf(day, '00:00'));
    for (const place of places) expect((await office.get(place)).text).toMatch(/badge-inProgress[\s\S]{0,200}进行中/);
    expect((await office.get('/office/cohorts?state=inProgress')).text).toContain(`/office/cohorts/${code}"`);
    expect((await office.get('/office/cohorts?state=confirmed')).text).not.toContain(`/office/cohorts/${code}"`);
    expect(
      (
        await academy.app
          .get(ReadDatabase)
          .first<{ state: string }>(sql`SELECT state AS "state" FROM cohort WHERE code = ${code}`)
      )?.state,
    ).toBe('confirmed');
  });
});
