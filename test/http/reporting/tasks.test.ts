import { instantOf } from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';
import { signedIn } from '../../support/people.js';
import { type WebClient, wordsOf } from '../../support/web-client.js';
import { Rows } from './rows.js';

describe('the tasks of the office', () => {
  describe('on the first day', () => {
    let academy: TestAcademy;
    beforeAll(async () => {
      academy = await TestAcademy.open();
    });
    afterAll(() => academy.close());

    it('are none, and the page says so', async () => {
      const answer = await (await signedIn(academy, 'coordinator')).get('/office/tasks');
      expect(answer.status).toBe(200);
      expect(wordsOf(answer.text)).toContain('没有待办');
      expect(wordsOf((await (await signedIn(academy, 'coordinator')).get('/office')).text)).toContain('待办 0 项');
    });

    it('are visible to the office only', async () => {
      for (const role of ['instructor', 'trainee'] as const)
        expect((await (await signedIn(academy, role)).get('/office/tasks')).status).toBe(403);
    });
  });

  describe('in the middle of a term', () => {
    let academy: TestAcademy;
    let office: WebClient;
    let rows: Rows;
    let register: string;
    let course: Awaited<ReturnType<Rows['course']>>;

    beforeAll(async () => {
      academy = await TestAcademy.open({ at: instantOf('2026-03-12', '10:00') });
      rows = new Rows(academy);
      course = await rows.course('AZ-104T00', await rows.track('CLOUD', '云计算'), '云管理员');
      const [room, instructor] = [await rows.room('101', '101 教室'), await rows.instructor('王海涛')];
      const people = [await rows.trainee('陈晨'), await rows.trainee('刘洋'), await rows.trainee('孙丽')] as const;
      const plan = { state: 'tentative', endsOn: '2026-04-30', leastEnrolment: 2 } as const;
      const small = await rows.cohort('SMALL', course, { ...plan, startsOn: '2026-03-22', decisionOn: '2026-03-15' });
      await rows.enrolment(small, people[0], 'confirmed');
      await rows.cohort('FAR', course, { ...plan, startsOn: '2026-03-23', decisionOn: '2026-03-16' });
      await rows.cohort('SAID', course, {
        ...plan,
        state: 'confirmed',
        startsOn: '2026-03-22',
        decisionOn: '2026-03-10',
      });
      const enough = await rows.cohort('ENOUGH', course, { ...plan, startsOn: '2026-03-22', decisionOn: '2026-03-10' });
      for (const one of people.slice(0, 2)) await rows.enrolment(enough, one, 'confirmed');

      const running = await rows.cohort('RUNNING', course, {
        startsOn: '2026-02-20',
        endsOn: '2026-03-31',
        capacity: 2,
      });
      await rows.enrolment(running, people[0], 'confirmed');
      await rows.enrolment(running, people[1], 'waitlisted');
      await rows.session(running, [1, '2026-02-25', '09:00', '12:00'], { roomId: room, instructorId: instructor });
      register = await rows.session(running, [2, '2026-02-26', '09:00', '12:00'], {
        roomId: room,
        instructorId: instructor,
      });
      await rows.session(running, [3, '2026-03-02', '09:00', '12:00'], {
        roomId: room,
        instructorId: instructor,
        state: 'cancelled',
      });
      await rows.session(running, [4, '2026-03-20', '09:00', '12:00'], { roomId: room });
      await rows.session(running, [5, '2026-03-21', '09:00', '12:00'], { instructorId: instructor });
      await rows.session(running, [6, '2026-03-24', '09:00', '12:00'], { roomId: room, instructorId: instructor });
      const online = await rows.cohort('ONLINE', course, { startsOn: '2026-03-14', delivery: 'online' });
      await rows.session(online, [1, '2026-03-14', '09:00', '12:00'], { instructorId: instructor });
      const draft = await rows.cohort('DRAFT', course, { state: 'draft', startsOn: '2026-03-25' });
      await rows.session(draft, [1, '2026-03-25', '09:00', '12:00']);
      await rows.cohort('OVER', course, { startsOn: '2026-03-02', endsOn: '2026-03-11' });
      const completed = await rows.cohort('DONE', course, {
        state: 'completed',
        startsOn: '2026-01-05',
        endsOn: '2026-01-08',
        completedAt: instantOf('2026-03-10', '17:00'),
      });
      await rows.enrolment(completed, people[0], 'completed');
      await rows.enrolment(completed, people[1], 'notCompleted');
      office = await signedIn(academy, 'coordinator');
    });
    afterAll(() => academy.close());

    const lines = async (path = '/office/tasks') =>
      [...(await office.get(path)).text.matchAll(/<tr>\s*<th scope="row">[\s\S]*?<\/tr>/g)].map(([one]) =>
        wordsOf(one),
      );

    it('are sorted by due day, each with its reason and delay', async () => {
      const said = await lines();
      expect(said.map((one) => /(SMALL|RUNNING|OVER|DONE|FAR|SAID|ENOUGH|ONLINE|DRAFT)/.exec(one)?.[1])).toEqual([
        'RUNNING',
        'RUNNING',
        'OVER',
        'SMALL',
        'DONE',
        'RUNNING',
      ]);
      expect(said[0]).toContain('为候补学员安排空余名额');
      expect(said[0]).toContain('1 人候补，1 个空余名额');
      expect(said[1]).toContain('第 2 次课补点名');
      expect(said[1]).toContain('王海涛');
      expect(said[1]).toContain('逾期 14 天');
      expect(said[2]).toContain('课程已于 2026年3月11日 结束');
      expect(said[3]).toContain('已确认 1 人，最低开班 2 人；2026年3月22日开课。');
      expect(said[3]).toContain('还有 3 天');
      expect(said[4]).toContain('1 人已结业');
      expect(said[5]).toContain('没有教室的课次：1；没有讲师的课次：1；最早 2026年3月20日 09:00');
    });

    it('link to the next step', async () => {
      const { text } = await office.get('/office/tasks');
      for (const href of [
        '/office/cohorts/SMALL',
        `/sessions/${register}/register`,
        '/office/cohorts/RUNNING/roster',
        '/office/cohorts/RUNNING/sessions',
        '/office/cohorts/OVER/completion',
        '/office/cohorts/DONE/certificates',
      ]) {
        expect(text).toContain(`href="${href}"`);
      }
    });

    it('are found by kind and by text, and the page says if nothing matches', async () => {
      expect((await lines('/office/tasks?kind=decision')).map((one) => one.includes('SMALL'))).toEqual([true]);
      expect(await lines('/office/tasks?q=RUNNING+点名')).toHaveLength(1);
      expect(await lines('/office/tasks?q=云管理员')).toHaveLength(6);
      expect(wordsOf((await office.get('/office/tasks?q=%25')).text)).toContain('没有符合条件的结果');
      expect(await lines('/office/tasks?kind=nonsense&page=99')).toHaveLength(6);
      expect(wordsOf((await office.get('/office/tasks')).text)).toContain('点名（1）');
    });

    it('are counted the same on the first page, which uses the same sources', async () => {
      const today = await office.get('/office');
      expect(wordsOf(today.text)).toContain('待办 6 项');
      expect(today.text).toContain('href="/office/tasks"');
      expect(wordsOf(today.text)).toContain('SMALL 须在 3月15日 周日决定是否开班：已确认 1 人，低于最低开班的 2 人。');
    });

    it('are split into pages', async () => {
      for (let at = 10; at < 35; at += 1)
        await rows.cohort(`MANY-${at}`, course, {
          state: 'tentative',
          startsOn: '2026-03-16',
          endsOn: '2026-03-16',
          leastEnrolment: 1,
          decisionOn: '2026-03-12',
        });
      expect(await lines('/office/tasks?kind=decision')).toHaveLength(25);
      expect((await lines('/office/tasks?kind=decision&page=2')).map((one) => one.includes('SMALL'))).toEqual([true]);
      await academy.write(async (tx) => {
        tx.withoutAudit('rows of a story');
        for (let at = 10; at < 35; at += 1) await tx.of('Cohort').update({ code: `MANY-${at}` }, { leastEnrolment: 0 });
      });
    });

    it('are in English too', async () => {
      const english = await signedIn(academy, 'coordinator', 'en');
      const said = wordsOf((await english.get('/office/tasks')).text);
      expect(said).toContain('1 confirmed, minimum enrolment 2. The cohort begins on 22 March 2026.');
      expect(said).toContain('14 days overdue');
    });
  });
});
