import sql from 'sql-template-tag';
import { CancelSession, declinedSessions } from '../../../../src/scheduling/index.js';
import { done } from '../../../builders/cohorts.js';
import { TestAcademy } from '../../../support/app.js';
import { person, signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { answerPathIn, ledBy, span, NotificationScenario } from './notification-scenario.js';

describe('an instructor', () => {
  let academy: TestAcademy;
  let scenario: NotificationScenario;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());
  beforeEach(async () => {
    scenario = await NotificationScenario.begin(academy);
  });

  test('an instructor confirms a session from the email without signing in; GET alone changes nothing', async () => {
    const { id, account } = await scenario.aTeacher('许静');
    await scenario.moved(ledBy(id));
    const looked = await scenario.office.get(`/office/bulletins/${await scenario.openBulletin()}`);
    expect(looked.text).toContain(`【${scenario.cohort.code} 第 1 次课的答复网址，发出时填上】`);
    expect(answerPathIn(looked.text)).toBe('');
    await scenario.sendAll();
    const [mail] = await scenario.emailsTo(account.email);
    expect(mail!.body).not.toContain('【');
    expect(mail!.subject).toBe(`请你讲授：${scenario.cohort.code} 第 1 次课`);
    expect(mail!.calendar[0]!.text.replace(/\r\n /g, '')).toContain('RSVP=TRUE');
    const path = answerPathIn(mail!.body);
    const anybody = academy.client();
    const page = wordsOf((await anybody.get(path)).text);
    expect(page).toContain('3月12日 周四 09:00–17:00');
    await anybody.get(path);
    const answers = async () => (await scenario.standing()).instructors.map(({ answer, said }) => ({ answer, said }));
    expect(await answers()).toEqual([{ answer: 'open', said: null }]);
    expect((await anybody.post(path, { answer: 'perhaps' })).status).toBe(422);
    expect((await anybody.post(path, { answer: 'declined', said: '长'.repeat(301) })).status).toBe(422);
    expect(wordsOf((await anybody.submit(path, { answer: 'confirmed' })).text)).toContain('谢谢，已记下');
    expect(await answers()).toEqual([{ answer: 'confirmed', said: null }]);
    const [line] = await scenario.reads<{ name: string }>(
      sql`SELECT actor_name AS "name" FROM audit_entry WHERE act = 'session.confirmed' AND subject_id = ${scenario.session.id}`,
    );
    expect(line).toEqual({ name: '许静' });
    expect(wordsOf((await (await signedIn(academy, account)).get('/teaching')).text)).toContain('已确认');
    expect(
      wordsOf((await (await signedIn(academy, account)).submit(path, { answer: 'declined', said: '' })).text),
    ).toContain('已记下你不能上');
  });

  test('a link about an outdated time shows the session but accepts no answer; a forged link gives 404', async () => {
    const { id, account } = await scenario.aTeacher('何苗');
    await scenario.moved(ledBy(id));
    await scenario.sendAll();
    const path = answerPathIn((await scenario.emailsTo(account.email))[0]!.body);
    const anybody = academy.client();
    await scenario.moved(span('2026-03-19', '14:00', '16:00'));
    const stale = await anybody.get(path);
    expect(wordsOf(stale.text)).toContain('这次课的时间又变了');
    expect(wordsOf(stale.text)).toContain('3月19日 周四 14:00–16:00');
    expect(stale.text).not.toContain('value="confirmed"');
    expect((await anybody.post(path, { answer: 'confirmed' })).status).toBe(422);
    expect((await scenario.standing()).instructors[0]!.answer).toBe('open');
    await scenario.moved({ startsAt: scenario.session.startsAt, endsAt: scenario.session.endsAt });
    done(
      await academy.app
        .get(CancelSession)
        .execute(
          await person(academy, 'coordinator'),
          [{ sessionId: scenario.session.id, seenSequence: null }],
          '停电',
        ),
    );
    expect(wordsOf((await anybody.get(path)).text)).toContain('已经取消');
    academy.clock.moveTo(scenario.session.endsAt);
    const forged = `${path.slice(0, -6)}${path.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA'}`;
    for (const wrong of [forged, '/teaching/answers/x', `${path}A`])
      expect((await anybody.get(wrong)).status).toBe(404);
  });

  test('a decline becomes a task; a substitute is chosen with one click, and both instructors are notified', async () => {
    const [old, next] = [await scenario.aTeacher('旧讲师'), await scenario.aTeacher('新讲师')];
    await scenario.moved(ledBy(old.id));
    await scenario.sendAll();
    await academy.client().submit(answerPathIn((await scenario.emailsTo(old.account.email))[0]!.body), {
      answer: 'declined',
      said: '出差',
    });
    const declined = (await declinedSessions(scenario.reads, academy.clock.now())).filter(
      ({ sessionId }) => sessionId === scenario.session.id,
    );
    expect(declined).toMatchObject([
      { cohortCode: scenario.cohort.code, instructorId: old.id, instructorZh: '旧讲师', said: '出差', number: 1 },
    ]);

    expect(wordsOf((await scenario.office.get('/office/tasks?kind=declined')).text)).toContain(
      '旧讲师无法上 2026年3月12日 09:00 的课。原因：出差',
    );
    const at = `/office/sessions/${scenario.session.id}/substitutes`;
    const page = wordsOf((await scenario.office.get(at)).text);
    expect(page).toContain('旧讲师不能上这次课');
    expect(page).toContain('原因：出差');
    expect(page).toContain('请新讲师来上');
    const give = { instructorId: next.id, insteadOf: old.id, sequence: (await scenario.standing()).sequence };
    expect((await scenario.office.post(at, { ...give, sequence: 0 })).status).toBe(422);
    expect((await scenario.office.post(at, { ...give, instructorId: old.id })).status).toBe(422);
    expect(wordsOf((await scenario.office.submit(at, give)).text)).toContain('改由新讲师讲授');
    expect((await scenario.standing()).instructors.map((one) => [one.id, one.answer])).toEqual([[next.id, 'open']]);
    expect(
      (await declinedSessions(scenario.reads, academy.clock.now())).filter(
        ({ sessionId }) => sessionId === scenario.session.id,
      ),
    ).toEqual([]);

    await scenario.sendAll();
    const [, lost] = await scenario.emailsTo(old.account.email);
    const [got] = await scenario.emailsTo(next.account.email);
    expect(lost!.subject).toBe(`不再由你讲授：${scenario.cohort.code} 第 1 次课`);
    expect(lost!.calendar.map(({ method }) => method)).toEqual(['CANCEL']);
    expect(got!.subject).toBe(`请你讲授：${scenario.cohort.code} 第 1 次课`);
    expect(got!.calendar.map(({ method }) => method)).toEqual(['REQUEST']);
    expect((await scenario.emailsTo(scenario.trainees[0].email)).at(-1)!.body).toContain('讲师：旧讲师 → 新讲师');
  });
});
