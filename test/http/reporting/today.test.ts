import { instantOf } from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';
import { signedIn } from '../../support/people.js';
import { type WebClient, wordsOf } from '../../support/web-client.js';
import { Rows } from './rows.js';

describe('the office’s first page', () => {
  describe('on the first day', () => {
    let academy: TestAcademy;
    beforeAll(async () => {
      academy = await TestAcademy.open();
    });
    afterAll(() => academy.close());

    it('says what is missing and links to it', async () => {
      const answer = await (await signedIn(academy, 'coordinator')).get('/office');
      expect(answer.status).toBe(200);
      expect(wordsOf(answer.text)).toContain('今天没有课');
      expect(wordsOf(answer.text)).toContain('没有需要处理的问题');
      expect(answer.text).toContain('href="/office/cohorts/new"');
    });

    it('is for the office only', async () => {
      expect((await (await signedIn(academy, 'instructor')).get('/office')).status).toBe(403);
      expect((await academy.client().get('/office')).status).toBe(303);
    });
  });

  describe('on a Monday of the term', () => {
    let academy: TestAcademy;
    let office: WebClient;
    let registerOf: string;

    beforeAll(async () => {
      academy = await TestAcademy.open({ at: instantOf('2026-03-02', '10:00') });
      const rows = new Rows(academy);
      const course = await rows.course('AZ-104T00', await rows.track('CLOUD', '云计算'), '云管理员');
      const [room, instructor] = [await rows.room('101', '101 教室'), await rows.instructor('王海涛')];
      const [chen, liu, sun] = [await rows.trainee('陈晨'), await rows.trainee('刘洋'), await rows.trainee('孙丽')];
      const running = await rows.cohort('AZ-104-2026-03', course, {
        startsOn: '2026-03-02',
        endsOn: '2026-03-05',
        capacity: 2,
        leastEnrolment: 2,
      });
      await rows.enrolment(running, chen, 'confirmed');
      await rows.enrolment(running, liu, { offeredUntil: instantOf('2026-03-03', '18:00') });
      await rows.enrolment(running, sun, 'waitlisted');
      registerOf = await rows.session(running, [1, '2026-03-02', '09:00', '12:00'], {
        roomId: room,
        instructorId: instructor,
      });
      await rows.session(running, [2, '2026-03-03', '00:00', '03:00'], { roomId: room });
      await rows.cohort('AZ-104-2026-04', course, { state: 'draft', startsOn: '2026-03-16', endsOn: '2026-03-19' });
      await rows.cohort('AZ-104-FAR', course, { startsOn: '2026-03-17', leastEnrolment: 5 });
      await rows.cohort('AZ-104-LATE', course, { startsOn: '2026-02-02', endsOn: '2026-02-27' });
      const done = await rows.cohort('AZ-104-2026-01', course, {
        state: 'completed',
        startsOn: '2026-01-05',
        endsOn: '2026-01-08',
        completedAt: instantOf('2026-01-09', '17:00'),
      });
      const chens = await rows.enrolment(done, chen, 'completed');
      await rows.enrolment(done, liu, 'completed');
      await rows.enrolment(done, sun, 'notCompleted');
      await rows.certificate({
        enrolmentId: chens,
        traineeId: chen,
        achievementId: course.achievementId,
        issuedOn: '2026-01-12',
        state: 'revoked',
      });
      await academy.write(async (tx) => {
        tx.withoutAudit('rows of a story');
        await tx
          .of('CalendarDay')
          .insert({ date: '2026-03-03', kind: 'closure', name: '全院体检', nameEn: null, noticeYear: null });
      });
      office = await signedIn(academy, 'coordinator');
    });
    afterAll(() => academy.close());

    const section = async (id: string) =>
      wordsOf(
        new RegExp(`aria-labelledby="${id}">[\\s\\S]*?</section>`).exec((await office.get('/office')).text)?.[0] ?? '',
      );

    it('shows today’s sessions, and not the one after midnight, each with its register', async () => {
      const said = await section('sessions');
      expect(said).toContain('云管理员 · 第 1 次');
      expect(said).toContain('09:00–12:00');
      expect(said).toContain('101 教室');
      expect(said).toContain('王海涛');
      expect(said).toContain('上课中');
      expect(said).not.toContain('第 2 次');
      expect((await office.get('/office')).text).toContain(`href="/sessions/${registerOf}/register"`);
    });

    it('shows cohorts that start within fourteen days, today and the last day included, with the next step of each', async () => {
      const said = await section('soon');
      expect(said).toContain('AZ-104-2026-03');
      expect(said).toContain('AZ-104-2026-04');
      expect(said).not.toContain('AZ-104-FAR');
      expect((await office.get('/office')).text).toContain('href="/office/cohorts/AZ-104-2026-04/publication"');
    });

    it('shows waitlists and free seats', async () => {
      const said = await section('waitlists');
      expect(said).toContain('1 人候补');
      expect(said).toContain('1 个名额待确认，最早 2026年3月3日 18:00 到期');
      expect(said).toContain('没有空余名额');
    });

    it('shows completions without a certificate, not those whose certificate was revoked', async () => {
      expect(await section('certificates')).toContain('1 人结业，还没有证书');
    });

    it('shows problems, most urgent first', async () => {
      const { text } = await office.get('/office');
      const wrong = [...text.matchAll(/<li class="wrong">[\s\S]*?<\/li>/g)].map(([one]) => wordsOf(one));
      expect(wrong[0]).toContain('AZ-104-LATE 的课程已于 2月27日');
      expect(
        wrong.some((one) => one.includes('AZ-104-2026-03 3月2日') && one.includes('报名 1 人，低于最低开班的 2 人')),
      ).toBe(true);
      expect(wrong.some((one) => one.includes('1 次课没有讲师，最早 3月3日'))).toBe(true);
      expect(wrong.some((one) => one.includes('全院体检'))).toBe(true);
      expect(wrong.some((one) => one.includes('仍是草稿'))).toBe(true);
      expect(text).toContain('href="/office/cohorts/AZ-104-LATE/completion"');
    });

    it('is in English too', async () => {
      const said = wordsOf((await (await signedIn(academy, 'administrator', 'en')).get('/office')).text);
      expect(said).toContain('has a session without an instructor, on Tue 3 Mar at 00:00');
    });
  });
});
