import { instantOf } from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';
import { person, signedIn, someone } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';
import { Rows } from './rows.js';

describe('my training', () => {
  let academy: TestAcademy;
  let rows: Rows;
  let course: { id: string; versionId: string; achievementId: string };

  beforeAll(async () => {
    academy = await TestAcademy.open({ at: instantOf('2026-03-02', '10:00') });
    rows = new Rows(academy);
    course = await rows.course('AZ-104T00', await rows.track('CLOUD', '云计算'), '云管理员');
  });
  afterAll(() => academy.close());

  const newcomer = async (name: string) => {
    const who = await someone(academy, {
      name,
      email: `${encodeURIComponent(name).replaceAll('%', '').toLowerCase()}@example.com`,
      roles: ['trainee'],
    });
    return { who, client: await signedIn(academy, who), traineeId: await rows.trainee(name, who.id) };
  };

  it('links a newcomer to the courses', async () => {
    const { client } = await newcomer('钱多');
    const { status, text } = await client.get('/my/training');
    expect(status).toBe(200);
    expect(wordsOf(text)).toContain('从一门课开始');
    expect(/class="empty-acts"[\s\S]*?href="\/courses"/.test(text)).toBe(true);
  });

  it('shows the next sessions with time and room, but nobody else’s', async () => {
    const { client, traineeId } = await newcomer('陈晨');
    const cohort = await rows.cohort('MINE', course, { startsOn: '2026-03-02', endsOn: '2026-03-03' });
    const other = await rows.cohort('OTHERS', course, { startsOn: '2026-03-03' });
    await rows.enrolment(cohort, traineeId, 'confirmed');
    const room = await rows.room('201', '201 实训室');
    await rows.session(cohort, [1, '2026-03-02', '08:00', '09:30'], { roomId: room, state: 'held' });
    await rows.session(cohort, [2, '2026-03-02', '14:00', '17:00'], { roomId: room });
    await rows.session(cohort, [3, '2026-03-03', '14:00', '17:00'], { state: 'cancelled' });
    await rows.session(other, [1, '2026-03-03', '09:00', '12:00']);
    const { text } = await client.get('/my/training');
    const sessions = [...text.matchAll(/<li class="session">[\s\S]*?session-what[\s\S]*?<\/div>/g)].map(([one]) =>
      wordsOf(one),
    );
    expect(sessions).toHaveLength(1);
    expect(sessions[0]).toContain('14:00–17:00');
    expect(sessions[0]).toContain('201 实训室');
    expect(sessions[0]).toContain('第 2 次');
    expect(text).toContain('href="/my/calendar"');
    expect(text).not.toContain('OTHERS');
  });

  it('offers withdrawal until the first session, and not after', async () => {
    const { client, traineeId } = await newcomer('刘洋');
    const begun = await rows.cohort('BEGUN', course, { startsOn: '2026-03-02' });
    const coming = await rows.cohort('COMING', course, { startsOn: '2026-03-20' });
    await rows.session(begun, [1, '2026-03-02', '09:00', '12:00']);
    const [inBegun, inComing] = [
      await rows.enrolment(begun, traineeId, 'confirmed'),
      await rows.enrolment(coming, traineeId, 'confirmed'),
    ];
    const { text } = await client.get('/my/training');
    expect(text).toContain(`href="/enrolments/${inComing}/withdrawal"`);
    expect(text).not.toContain(`href="/enrolments/${inBegun}/withdrawal"`);
  });

  it('shows the position on the waitlist, and what to do about an offered seat and until when', async () => {
    const first = await newcomer('孙丽');
    const second = await newcomer('周涛');
    const cohort = await rows.cohort('WAITED', course, { startsOn: '2026-03-23', capacity: 1 });
    await rows.enrolment(cohort, (await newcomer('吴敏')).traineeId, 'waitlisted');
    await rows.enrolment(cohort, first.traineeId, 'waitlisted');
    await rows.enrolment(cohort, second.traineeId, 'waitlisted');
    expect(wordsOf((await second.client.get('/my/training')).text)).toContain('候补第 3 位');
    const lucky = await newcomer('郑爽');
    const other = await rows.cohort('HELD', course, { startsOn: '2026-03-24', capacity: 1 });
    const own = await rows.enrolment(other, lucky.traineeId, { offeredUntil: instantOf('2026-03-04', '18:00') });
    const { text } = await lucky.client.get('/my/training');
    expect(wordsOf(text)).toContain('云管理员 有一个名额为你保留到 2026年3月4日 18:00');
    expect(text).toContain(`action="/enrolments/${own}/acceptance"`);
  });

  it('shows what was achieved: attendance without excused sessions, and certificates with their address', async () => {
    const { client, traineeId } = await newcomer('马超');
    const cohort = await rows.cohort('DONE', course, {
      state: 'completed',
      startsOn: '2026-01-05',
      completedAt: instantOf('2026-01-06', '17:00'),
    });
    const enrolmentId = await rows.enrolment(cohort, traineeId, 'completed');
    const held: string[] = [];
    for (const number of [1, 2, 3])
      held.push(
        await rows.session(cohort, [number, '2026-01-05', `0${5 + number}:00`, `0${5 + number}:50`], { state: 'held' }),
      );
    await academy.write(async (tx) => {
      tx.withoutAudit('rows of a story');
      const marks = ['present', 'late', 'excused'] as const;
      await tx.of('AttendanceMark').insert(
        held.map((sessionId, index) => ({
          id: sessionId,
          sessionId,
          enrolmentId,
          mark: marks[index]!,
          reason: null,
          markedAt: tx.now,
          markedByName: '王海涛',
          markedById: null,
          supersededAt: null,
        })),
      );
    });
    const number = await rows.certificate({
      enrolmentId,
      traineeId,
      achievementId: course.achievementId,
      issuedOn: '2026-01-08',
    });
    const { text } = await client.get('/my/training');
    expect(wordsOf(text)).toContain('出勤 2 / 2 次');
    expect(wordsOf(text)).toContain(`编号 ${number}`);
    // No action issued this row.
    expect(wordsOf(text)).toContain('未能核验');
    expect(academy.takeErrors().join()).toContain(number);
    expect(text).toMatch(/href="\/c\/[\w-]{20,}"/);
    expect(text).not.toContain(`/enrolments/${enrolmentId}/withdrawal`);
  });

  it('is for trainees', async () => {
    expect((await (await signedIn(academy, await person(academy, 'coordinator'))).get('/my/training')).status).toBe(
      403,
    );
    expect((await academy.client().get('/my/training')).location).toContain('/sign-in');
  });
});
