import { instantOf } from '../../../../src/platform/clock.js';
import { MessageCatalog } from '../../../../src/platform/index.js';
import { emailOf, sessionsText } from '../../../../src/scheduling/notifications/actions/email-text.js';
import { isUrgent, leavesAt } from '../../../../src/scheduling/notifications/domain/bulletin-rules.js';
import { ledBy, type SessionSlot } from '../../../../src/scheduling/core/domain/placed-session.js';
import {
  needsAnswer,
  byCohort,
  spansOfNumbers,
  type ChangeNotification,
  changeNotificationOf,
  type NotifiedChange,
} from '../../../../src/scheduling/notifications/domain/change-notification.js';
import { schedulingMessages } from '../../../../src/scheduling/messages/index.js';

const messageCatalog = new MessageCatalog([schedulingMessages]);
const cohort = {
  id: 'c1',
  code: 'AZ-104-2026-03',
  state: 'confirmed',
  title: { zh: '云管理员', en: 'Cloud administrator' },
};
const slot = (day: string, from: string, until: string, more: Partial<SessionSlot> = {}): SessionSlot => ({
  startsAt: instantOf(day, from),
  endsAt: instantOf(day, until),
  roomId: 'lab2',
  instructors: ledBy('wang'),
  licences: [],
  ...more,
});
const thursday = slot('2026-03-12', '09:00', '12:00');
const changed = (more: Partial<NotifiedChange>): NotifiedChange => ({
  sessionId: 's3',
  number: 3,
  cohort,
  before: thursday,
  after: thursday,
  reason: null,
  ...more,
});
const voice = (language: 'zh-CN' | 'en') => ({
  translator: messageCatalog.in(language),
  rooms: new Map([
    ['lab2', { zh: '实训室 2', en: 'Lab 2' }],
    ['lab3', { zh: '实训室 3', en: 'Lab 3' }],
  ]),
  people: new Map([
    ['wang', { zh: '王海涛', en: 'Wang Haitao' }],
    ['li', { zh: '李梅', en: 'Li Mei' }],
  ]),
  timetable: (code: string | null) => `https://academy.example/${code ?? 'teaching'}`,
  answer: ({ change, instructorId, is }: ChangeNotification) =>
    `https://academy.example/answers/${change.sessionId}-${instructorId}-${is?.startsAt}`,
});
const mail = (
  name: string,
  changeNotifications: readonly (ChangeNotification | null)[],
  language: 'zh-CN' | 'en' = 'zh-CN',
) =>
  emailOf(
    name,
    changeNotifications.filter((one) => one !== null),
    voice(language),
  );

describe('a change notification', () => {
  it('is nothing where it came back to where it was, or never was', () => {
    expect(changeNotificationOf(changed({}), null)).toBeNull();
    expect(changeNotificationOf(changed({ before: null, after: null }), null)).toBeNull();
  });

  it('does not exist for a trainee if only an assistant or a licence changed, but for the instructors', () => {
    const assisted = {
      ...thursday,
      instructors: [...ledBy('wang'), { instructorId: 'li', role: 'assistant' as const }],
      licences: [{ poolId: 'p', seats: 12 }],
    };
    const change = changed({ after: assisted });
    expect(changeNotificationOf(change, null)).toBeNull();
    expect(changeNotificationOf(change, 'wang')).toMatchObject({ kind: 'moved', differs: ['people'] });
    expect(changeNotificationOf(change, 'li')).toMatchObject({ kind: 'added' });
  });

  it('is a cancellation for the instructor who lost it and an addition for the one who got it', () => {
    const swapped = changed({ after: { ...thursday, instructors: ledBy('li') } });
    expect(changeNotificationOf(swapped, 'wang')?.kind).toBe('left');
    expect(changeNotificationOf(swapped, 'li')?.kind).toBe('added');
    expect(changeNotificationOf(swapped, null)).toMatchObject({ kind: 'moved', differs: ['people'] });
  });

  it('asks an instructor for an answer where the session is new to them or its time is, and nobody else', () => {
    const later = changed({ after: slot('2026-03-13', '14:00', '17:00') });
    const elsewhere = changed({ after: { ...thursday, roomId: 'lab3' } });
    const asks = (change: NotifiedChange, id: string | null) => {
      const changeNotification = changeNotificationOf(change, id);
      return changeNotification !== null && needsAnswer(changeNotification);
    };
    expect([
      asks(later, 'wang'),
      asks(changed({ before: null }), 'wang'),
      asks(elsewhere, 'wang'),
      asks(later, null),
      asks(changed({ after: null }), 'wang'),
    ]).toEqual([true, true, false, false, false]);
  });

  it('is grouped by cohort, in the order of the sessions', () => {
    const other = { ...cohort, id: 'c2', code: 'AI-900-2026-03' };
    const changeNotifications = [
      changed({ number: 5, after: null }),
      changed({ number: 2, after: null }),
      changed({ cohort: other, number: 9, after: null }),
    ].flatMap((one) => changeNotificationOf(one, null) ?? []);
    expect(
      byCohort(changeNotifications).map((group) => group.map(({ change }) => `${change.cohort.code} ${change.number}`)),
    ).toEqual([['AI-900-2026-03 9'], ['AZ-104-2026-03 2', 'AZ-104-2026-03 5']]);
  });
});

describe('the email', () => {
  it('combines three edits: a move with before and after, a new session, and a cancellation with its reason', () => {
    const { subject, body } = mail('陈晨', [
      changeNotificationOf(changed({ after: { ...slot('2026-03-13', '14:00', '17:00'), roomId: 'lab3' } }), null),
      changeNotificationOf(
        changed({
          sessionId: 's4',
          number: 4,
          before: slot('2026-03-19', '09:00', '12:00'),
          after: null,
          reason: '讲师生病',
        }),
        null,
      ),
      changeNotificationOf(
        changed({ sessionId: 's9', number: 9, before: null, after: slot('2026-04-02', '09:00', '12:00') }),
        null,
      ),
    ]);
    expect(subject).toBe('课表变更：AZ-104-2026-03 第 3、4、9 次课');
    expect(body).toBe(`陈晨，你好：

《云管理员》（AZ-104-2026-03）的课表有变化：

第 3 次课改时间、换教室
时间：3月12日 周四 09:00–12:00 → 3月13日 周五 14:00–17:00
教室：实训室 2 → 实训室 3
讲师不变：王海涛

第 4 次课取消（原定 3月19日 周四 09:00–12:00，实训室 2）
原因：讲师生病

新增第 9 次课：4月2日 周四 09:00–12:00，实训室 2，讲师：王海涛

完整课表：
https://academy.example/AZ-104-2026-03

打开邮件里的日历邀请，你的日历就会跟着更新。
`);
  });

  it('speaks the person’s language', () => {
    const { subject, body } = mail(
      'Ann',
      [changeNotificationOf(changed({ after: slot('2026-03-12', '10:00', '13:00') }), null)],
      'en',
    );
    expect(subject).toBe('Timetable change: AZ-104-2026-03, session 3');
    expect(body).toContain(
      'Session 3: new time\nTime: Thu 12 Mar, 09:00–12:00 → the same day, 10:00–13:00\nRoom unchanged: Lab 2\nInstructor unchanged: Wang Haitao',
    );
    expect(body).not.toMatch(/\p{Script=Han}/u);
  });

  it('asks the new instructor for an answer and notifies the replaced one, each with a fitting subject', () => {
    const swapped = changed({ after: { ...thursday, instructors: ledBy('li') } });
    const got = mail('李梅', [changeNotificationOf(swapped, 'li')]);
    expect(got.subject).toBe('请你讲授：AZ-104-2026-03 第 3 次课');
    expect(got.body).toContain(
      `第 3 次课由你讲授：3月12日 周四 09:00–12:00，实训室 2\n这次课你能上吗？请在这里告诉我们，不用登录：\nhttps://academy.example/answers/s3-li-${thursday.startsAt}`,
    );
    const lost = mail('王海涛', [changeNotificationOf(swapped, 'wang')]);
    expect(lost.subject).toBe('不再由你讲授：AZ-104-2026-03 第 3 次课');
    expect(lost.body).toContain('第 3 次课不再由你讲授（3月12日 周四 09:00–12:00，实训室 2）');
    expect(lost.body).not.toContain('answers');
  });

  it('names the cohorts where there are several, and counts sessions once', () => {
    const other = { ...cohort, id: 'c2', code: 'ZZ-1-2026-03' };
    const { subject } = mail('陈晨', [
      changeNotificationOf(changed({ after: null }), null),
      changeNotificationOf(changed({ sessionId: 's8', cohort: other, after: null }), null),
    ]);
    expect(subject).toBe('课次取消：AZ-104-2026-03 等 2 个班次，共 2 次课');
  });

  it('shortens long rows of numbers', () => {
    expect(spansOfNumbers([4, 1, 2, 3, 6, 7, 3])).toEqual([
      [1, 4],
      [6, 6],
      [7, 7],
    ]);
    expect(sessionsText(messageCatalog.in('zh-CN'), [1, 2, 3, 5])).toBe('第 1–3、5 次课');
    expect(sessionsText(messageCatalog.in('en'), [1, 2, 3, 5])).toBe('sessions 1–3 and 5');
  });
});

describe('a bulletin that nobody sends', () => {
  const now = instantOf('2026-03-02', '09:00');
  it('leaves after ten quiet minutes, and at once where a session begins within a day', () => {
    const quiet = { touchedAt: now, changes: [changed({ after: null })] };
    expect(leavesAt(quiet, now)).toBe(now + 600_000);
    const tomorrow = { touchedAt: now, changes: [changed({ after: slot('2026-03-03', '09:00', '12:00') })] };
    expect([isUrgent(quiet, now), isUrgent(tomorrow, now), leavesAt(tomorrow, now)]).toEqual([false, true, now]);
  });
});
