import sql from 'sql-template-tag';
import { Ticker } from '../../../../src/platform/index.js';
import type { BuiltTrainee } from '../../../builders/trainees.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { linksOf } from '../links.js';
import { emailKeysIn, span, NotificationScenario } from './notification-scenario.js';

describe('after the timetable has changed', () => {
  let academy: TestAcademy;
  let scenario: NotificationScenario;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());
  beforeEach(async () => {
    scenario = await NotificationScenario.begin(academy);
  });

  test('the coordinator sees one email per person, edits one, drops one, and sends exactly the others', async () => {
    await scenario.moved(span('2026-03-13', '14:00', '17:00'));
    await scenario.moved(span('2026-03-14', '14:00', '17:00'));
    const home = wordsOf((await scenario.office.get('/office')).text);
    expect(home).toContain('1 次课的变化还没有通知 2 人 查看并发送');
    const open = await scenario.openBulletin();
    const at = `/office/bulletins/${open}`;
    expect(linksOf((await scenario.office.get('/office')).text)).toContain(at);
    const page = await scenario.office.get(at);
    expect(wordsOf(page.text)).toContain('将发出 2 封邮件');
    expect(page.text.match(/3月12日 周四 09:00–17:00 → 3月14日 周六 14:00–17:00/g)).toHaveLength(2);
    expect(page.text).not.toContain('3月13日');

    const [first, second] = scenario.trainees as [BuiltTrainee, BuiltTrainee];
    const keys = emailKeysIn(linksOf(page.text));
    expect(keys).toHaveLength(2);
    const names = await Promise.all(
      keys.map(async (key) => wordsOf((await scenario.office.get(`${at}/letters/${key}`)).text)),
    );
    const keyOf = (trainee: BuiltTrainee) => keys[names.findIndex((text) => text.includes(trainee.email))]!;
    expect((await scenario.office.post(`${at}/letters/${keyOf(first)}`, { subject: '', body: 'x' })).status).toBe(422);
    await scenario.office.submit(`${at}/letters/${keyOf(first)}`, { subject: '改写的主题', body: '改写的正文' });
    const after = wordsOf((await scenario.office.submit(`${at}/letters/${keyOf(second)}/omission`)).text);
    expect(after).toContain('现在发给 1 人');
    expect(after).toContain('改写过');
    expect(await scenario.emailsTo(first.email)).toEqual([]);

    const sent = wordsOf((await scenario.office.submit(`${at}/sending`)).text);
    expect(sent).toContain('已发给 1 人');
    const [mail, ...others] = await scenario.emailsTo(first.email);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ subject: '改写的主题', body: '改写的正文\n' });
    expect(mail!.calendar.map(({ method }) => method)).toEqual(['REQUEST']);
    const part = mail!.calendar[0]!.text.replace(/\r\n /g, '');
    expect(part).toContain(`UID:${scenario.session.id}@academy.example`);
    expect(part).toContain('SEQUENCE:2');
    expect(part).toContain('RSVP=FALSE');
    expect(part).toContain('DTSTART:20260314T060000Z');
    expect(await scenario.emailsTo(second.email)).toEqual([]);
    expect(wordsOf((await scenario.office.get('/office')).text)).not.toContain('查看并发送');
    expect(wordsOf((await scenario.office.submit(`${at}/sending`)).text)).toContain('已在');
    expect(await scenario.emailsTo(first.email)).toHaveLength(1);
  });

  test('undone changes notify nobody', async () => {
    await scenario.moved(span('2026-03-13', '14:00', '17:00'));
    await scenario.moved({ startsAt: scenario.session.startsAt, endsAt: scenario.session.endsAt });
    const open = await scenario.openBulletin();
    const page = wordsOf((await scenario.office.get(`/office/bulletins/${open}`)).text);
    expect(page).toContain('不用通知任何人');
    expect(page).toContain('又改回原样');
    expect(wordsOf((await scenario.office.get('/office')).text)).not.toContain('查看并发送');
    expect(wordsOf((await scenario.office.submit(`/office/bulletins/${open}/sending`)).text)).toContain('没有发邮件');
    expect(await scenario.emailsTo(scenario.trainees[0].email)).toEqual([]);
  });

  test('a bulletin without changes for ten minutes is sent automatically, once', async () => {
    await scenario.moved(span('2026-03-13', '14:00', '17:00'));
    const ticker = academy.app.get(Ticker);
    academy.clock.moveTo(TEST_START + 9 * 60_000);
    await ticker.runNow('send-bulletins');
    expect(await scenario.emailsTo(scenario.trainees[0].email)).toEqual([]);
    await scenario.moved({ roomId: null });
    academy.clock.moveTo(TEST_START + 12 * 60_000);
    await ticker.runNow('send-bulletins');
    expect(await scenario.emailsTo(scenario.trainees[0].email)).toEqual([]);
    academy.clock.moveTo(TEST_START + 19 * 60_000);
    await ticker.runNow('send-bulletins');
    await ticker.runNow('send-bulletins');
    const emails = await scenario.emailsTo(scenario.trainees[0].email);
    expect(emails.map(({ subject }) => subject)).toEqual([`课表变更：${scenario.cohort.code} 第 1 次课`]);
  });

  test('a bulletin about a session within a day is sent without delay', async () => {
    academy.clock.moveTo(scenario.session.startsAt - 20 * 3_600_000);
    const office = await signedIn(academy, 'coordinator');
    await scenario.moved({ startsAt: scenario.session.startsAt + 3_600_000 });
    expect(wordsOf((await office.get(`/office/bulletins/${await scenario.openBulletin()}`)).text)).toContain(
      '半分钟内自动发出',
    );
    await academy.app.get(Ticker).runNow('send-bulletins');
    expect(await scenario.emailsTo(scenario.trainees[0].email)).toHaveLength(1);
  });

  test('an email edited or dropped before further changes is sent with the latest changes', async () => {
    await scenario.moved(span('2026-03-13', '14:00', '17:00'));
    const open = await scenario.openBulletin();
    const at = `/office/bulletins/${open}`;
    const keys = emailKeysIn(linksOf((await scenario.office.get(at)).text));
    await scenario.office.submit(`${at}/letters/${keys[0]}`, { subject: '改写的主题', body: '旧的说法' });
    await scenario.office.submit(`${at}/letters/${keys[1]}/omission`);
    await scenario.moved(span('2026-03-16', '09:00', '12:00'));
    const page = wordsOf((await scenario.office.get(at)).text);
    expect(page).toContain('旧的说法');
    expect(page.match(/又有新变化/g)).toHaveLength(2);
    await scenario.office.submit(`${at}/sending`);
    for (const trainee of scenario.trainees)
      expect(
        (await scenario.emailsTo(trainee.email)).map(({ body }) => body.includes('3月16日 周一 09:00–12:00')),
      ).toEqual([true]);
  });

  test('two coordinators who changed one session notify people once, and never of an outdated time', async () => {
    await scenario.moved(span('2026-03-13', '14:00', '17:00'));
    const mine = await scenario.openBulletin();
    await scenario.moved(span('2026-03-17', '09:00', '12:00'), 'administrator');
    await scenario.office.submit(`/office/bulletins/${mine}/sending`);
    const other = await scenario.openBulletin();
    expect(other).not.toBe(mine);
    const boss = await signedIn(academy, 'administrator');
    expect(wordsOf((await boss.get(`/office/bulletins/${other}`)).text)).toContain('不用通知任何人');
    await boss.submit(`/office/bulletins/${other}/sending`);
    const emails = await scenario.emailsTo(scenario.trainees[0].email);
    expect(emails).toHaveLength(1);
    expect(emails[0]!.body).toContain('时间：3月12日 周四 09:00–17:00 → 3月17日 周二 09:00–12:00');
  });

  test('all emails can be dropped, with a reason in the audit trail', async () => {
    await scenario.moved(span('2026-03-13', '14:00', '17:00'));
    const open = await scenario.openBulletin();
    expect(wordsOf((await scenario.office.get(`/office/bulletins/${open}/dropping`)).text)).toContain(
      '确定不通知这 2 人吗',
    );
    expect((await scenario.office.post(`/office/bulletins/${open}/dropping`, { reason: ' ' })).status).toBe(422);
    expect(
      wordsOf((await scenario.office.submit(`/office/bulletins/${open}/dropping`, { reason: '已在群里说过' })).text),
    ).toContain('没有发给任何人');
    academy.clock.moveTo(TEST_START + 60 * 60_000);
    await academy.app.get(Ticker).runNow('send-bulletins');
    expect(await scenario.emailsTo(scenario.trainees[0].email)).toEqual([]);
    const [line] = await scenario.reads<{ detail: string }>(
      sql`SELECT detail AS "detail" FROM audit_entry WHERE act = 'bulletin.dropped' AND subject_id = ${open}`,
    );
    expect(JSON.parse(line!.detail)).toMatchObject({ reason: '已在群里说过', people: 2 });
  });

  test('bulletins can be searched by cohort and state', async () => {
    await scenario.moved(span('2026-03-13', '14:00', '17:00'));
    const list = async (query: string) => wordsOf((await scenario.office.get(`/office/bulletins${query}`)).text);
    expect(await list(`?q=${scenario.cohort.code.toLowerCase()}`)).toContain('待发出 1 2');
    expect(await list(`?q=${scenario.cohort.code}&state=sent`)).toContain('没有符合条件的结果');
    expect(await list('?state=nonsense&page=99')).toContain(scenario.cohort.code);
    for (const id of ['nonsense', '00000000-0000-7000-8000-000000000000'])
      expect((await scenario.office.get(`/office/bulletins/${id}`)).status).toBe(404);
    expect(
      (await scenario.office.get(`/office/bulletins/${await scenario.openBulletin()}/letters/nonsense`)).status,
    ).toBe(404);
  });
});
