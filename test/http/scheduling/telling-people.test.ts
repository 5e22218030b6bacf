import sql from 'sql-template-tag';
import { Enrol } from '../../../src/enrolment/index.js';
import { dayOf, instantOf, Reads, Ticker } from '../../../src/platform/index.js';
import { AddInstructor, CancelSession, declinedSessions, MoveSession, QualifyInstructor, sessionById, type SessionPlace, type SessionRow, sessionsOfCohort } from '../../../src/scheduling/index.js';
import { placeOfRow } from '../../../src/scheduling/data/change-facts.js';
import { aCohort, aPlace, type BuiltCohort, done } from '../../builders/cohorts.js';
import { type BuiltTrainee, someTrainees } from '../../builders/trainees.js';
import { STORY_BEGINS, TestAcademy } from '../../support/app.js';
import { person, signedIn, someone } from '../../support/people.js';
import { type WebClient, wordsOf } from '../../support/web-client.js';
import { linksOf } from './links.js';

interface OutboxLetter {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly calendar: readonly { readonly method: string; readonly text: string }[];
}

let teachers = 0;

describe('after the timetable has changed', () => {
  let academy: TestAcademy;
  let office: WebClient;
  let open: string;
  let cohort: BuiltCohort;
  let session: SessionRow;
  let trainees: BuiltTrainee[];

  beforeAll(async () => { academy = await TestAcademy.open(); });
  afterAll(() => academy.close());
  beforeEach(async () => {
    academy.clock.moveTo(STORY_BEGINS);
    office = await signedIn(academy, 'coordinator');
    await academy.app.get(Ticker).runNow('send-bulletins');
    for (const { id } of await reads<{ id: string }>(sql`SELECT id AS "id" FROM bulletin WHERE state = 'open'`)) await office.post(`/office/bulletins/${id}/dropping`, { reason: 'another story' });
    cohort = await aCohort(academy);
    trainees = await someTrainees(academy, 2);
    for (const trainee of trainees) done(await academy.app.get(Enrol).self(trainee, cohort.code));
    session = (await sessionsOfCohort(reads, cohort.id))[0]!;
  });

  const reads = <Row>(query: Parameters<Reads['all']>[0]) => academy.app.get(Reads).all<Row>(query);
  const lettersTo = async (email: string) => (await reads<Omit<OutboxLetter, 'calendar'> & { calendar: string | null }>(sql`
    SELECT to_address AS "to", subject AS "subject", body AS "body", calendar AS "calendar" FROM outbox_message
    WHERE to_address = ${email} AND (subject LIKE '课表变更%' OR subject LIKE '课次取消%' OR subject LIKE '请您讲授%' OR subject LIKE '不再由您%' OR subject LIKE '新增课次%' OR subject LIKE '改写%') ORDER BY created_at, id`))
    .map((one): OutboxLetter => ({ ...one, calendar: one.calendar === null ? [] : JSON.parse(one.calendar) as OutboxLetter['calendar'] }));
  const standing = async () => (await sessionById(reads, session.id))!;
  const moved = async (more: Partial<SessionPlace>) => {
    const now = await standing();
    return done(await academy.app.get(MoveSession).to(await person(academy, 'coordinator'), session.id, { place: { ...placeOfRow(now), ...more }, seenSequence: null }));
  };
  const openBulletin = async () => (await reads<{ id: string }>(sql`SELECT id AS "id" FROM bulletin WHERE state = 'open'`))[0]?.id ?? '';
  const span = (day: string, from: string, until: string) => { const { startsAt, endsAt } = aPlace(day, [from, until]); return { startsAt, endsAt }; };
  /** Somebody qualified for the story's course, with an account. */
  const aTeacher = async (name: string) => {
    teachers += 1;
    const account = await someone(academy, { name, email: `teacher${teachers}@academy.example`, roles: ['instructor'] });
    const administrator = await person(academy, 'administrator');
    const { id } = done(await academy.app.get(AddInstructor).as(administrator, { name, latinName: null, email: null, phone: null, bioZh: null, bioEn: null, accountEmail: account.email }));
    done(await academy.app.get(QualifyInstructor).for(administrator, id, { courseId: cohort.courseId, validFrom: null, validUntil: null }));
    return { id, account };
  };
  const ledBy = (id: string) => ({ instructors: [{ instructorId: id, role: 'lead' as const }] });
  const answerPathIn = (body: string) => /\/teaching\/answers\/[\w-]+/.exec(body)?.[0] ?? '';

  test('the coordinator sees one letter for each person, edits one, drops one, and sends exactly the rest', async () => {
    await moved(span('2026-03-13', '14:00', '17:00'));
    await moved(span('2026-03-14', '14:00', '17:00'));
    const home = wordsOf((await office.get('/office')).text);
    expect(home).toContain('1 处课表变化还没有通知 2 人 查看并发送');
    open = await openBulletin();
    const at = `/office/bulletins/${open}`;
    expect(linksOf((await office.get('/office')).text)).toContain(at);
    const page = await office.get(at);
    expect(wordsOf(page.text)).toContain('将发出 2 封信');
    expect(page.text.match(/3月12日 周四 09:00–17:00 → 3月14日 周六 14:00–17:00/g)).toHaveLength(2);
    expect(page.text).not.toContain('3月13日');

    const [first, second] = trainees as [BuiltTrainee, BuiltTrainee];
    const keys = [...new Set(linksOf(page.text).flatMap((href) => /letters\/(\w+)$/.exec(href)?.[1] ?? []))];
    expect(keys).toHaveLength(2);
    const names = await Promise.all(keys.map(async (key) => wordsOf((await office.get(`${at}/letters/${key}`)).text)));
    const keyOf = (trainee: BuiltTrainee) => keys[names.findIndex((text) => text.includes(trainee.email))]!;
    expect((await office.post(`${at}/letters/${keyOf(first)}`, { subject: '', body: 'x' })).status).toBe(422);
    await office.submit(`${at}/letters/${keyOf(first)}`, { subject: '改写的主题', body: '改写的正文' });
    const after = wordsOf((await office.submit(`${at}/letters/${keyOf(second)}/omission`)).text);
    expect(after).toContain('现在发给 1 人');
    expect(after).toContain('改写过');
    expect(await lettersTo(first.email)).toEqual([]);

    const sent = wordsOf((await office.submit(`${at}/sending`)).text);
    expect(sent).toContain('已发给 1 人');
    const [letter, ...others] = await lettersTo(first.email);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ subject: '改写的主题', body: '改写的正文\n' });
    expect(letter!.calendar.map(({ method }) => method)).toEqual(['REQUEST']);
    const part = letter!.calendar[0]!.text.replace(/\r\n /g, '');
    expect(part).toContain(`UID:${session.id}@academy.example`);
    expect(part).toContain('SEQUENCE:2');
    expect(part).toContain('RSVP=FALSE');
    expect(part).toContain('DTSTART:20260314T060000Z');
    expect(await lettersTo(second.email)).toEqual([]);
    expect(wordsOf((await office.get('/office')).text)).not.toContain('查看并发送');
    expect(wordsOf((await office.submit(`${at}/sending`)).text)).toContain('已在');
    expect(await lettersTo(first.email)).toHaveLength(1);
  });

  test('nobody is told of what came back to where it was', async () => {
    await moved(span('2026-03-13', '14:00', '17:00'));
    await moved({ startsAt: session.startsAt, endsAt: session.endsAt });
    open = await openBulletin();
    const page = wordsOf((await office.get(`/office/bulletins/${open}`)).text);
    expect(page).toContain('不用通知任何人');
    expect(page).toContain('又改回原样');
    expect(wordsOf((await office.get('/office')).text)).not.toContain('查看并发送');
    expect(wordsOf((await office.submit(`/office/bulletins/${open}/sending`)).text)).toContain('没有发信');
    expect(await lettersTo(trainees[0]!.email)).toEqual([]);
  });

  test('a bulletin that nobody touches for ten minutes goes out by itself, once', async () => {
    await moved(span('2026-03-13', '14:00', '17:00'));
    const ticker = academy.app.get(Ticker);
    academy.clock.moveTo(STORY_BEGINS + 9 * 60_000);
    await ticker.runNow('send-bulletins');
    expect(await lettersTo(trainees[0]!.email)).toEqual([]);
    await moved({ roomId: null });
    academy.clock.moveTo(STORY_BEGINS + 12 * 60_000);
    await ticker.runNow('send-bulletins');
    expect(await lettersTo(trainees[0]!.email)).toEqual([]);
    academy.clock.moveTo(STORY_BEGINS + 19 * 60_000);
    await ticker.runNow('send-bulletins');
    await ticker.runNow('send-bulletins');
    const letters = await lettersTo(trainees[0]!.email);
    expect(letters.map(({ subject }) => subject)).toEqual([`课表变更：${cohort.code} 第 1 次课`]);
  });

  test('what begins within a day does not wait', async () => {
    academy.clock.moveTo(session.startsAt - 20 * 3_600_000);
    office = await signedIn(academy, 'coordinator');
    await moved({ startsAt: session.startsAt + 3_600_000 });
    expect(wordsOf((await office.get(`/office/bulletins/${await openBulletin()}`)).text)).toContain('半分钟内自动发出');
    await academy.app.get(Ticker).runNow('send-bulletins');
    expect(await lettersTo(trainees[0]!.email)).toHaveLength(1);
  });

  test('a letter that was rewritten or left out before more changed tells the latest all the same', async () => {
    await moved(span('2026-03-13', '14:00', '17:00'));
    open = await openBulletin();
    const at = `/office/bulletins/${open}`;
    const keys = [...new Set(linksOf((await office.get(at)).text).flatMap((href) => /letters\/(\w+)$/.exec(href)?.[1] ?? []))];
    await office.submit(`${at}/letters/${keys[0]}`, { subject: '改写的主题', body: '旧的说法' });
    await office.submit(`${at}/letters/${keys[1]}/omission`);
    await moved(span('2026-03-16', '09:00', '12:00'));
    const page = wordsOf((await office.get(at)).text);
    expect(page).toContain('旧的说法');
    expect(page.match(/又有新变化/g)).toHaveLength(2);
    await office.submit(`${at}/sending`);
    for (const trainee of trainees) expect((await lettersTo(trainee.email)).map(({ body }) => body.includes('3月16日 周一 09:00–12:00'))).toEqual([true]);
  });

  test('two coordinators who changed one session tell people once, and nobody a time that is no more', async () => {
    await moved(span('2026-03-13', '14:00', '17:00'));
    const mine = await openBulletin();
    done(await academy.app.get(MoveSession).to(await person(academy, 'administrator'), session.id, { place: { ...placeOfRow(await standing()), ...span('2026-03-17', '09:00', '12:00') }, seenSequence: null }));
    await office.submit(`/office/bulletins/${mine}/sending`);
    const other = await openBulletin();
    expect(other).not.toBe(mine);
    const boss = await signedIn(academy, 'administrator');
    expect(wordsOf((await boss.get(`/office/bulletins/${other}`)).text)).toContain('不用通知任何人');
    await boss.submit(`/office/bulletins/${other}/sending`);
    const letters = await lettersTo(trainees[0]!.email);
    expect(letters).toHaveLength(1);
    expect(letters[0]!.body).toContain('时间：3月12日 周四 09:00–17:00 → 3月17日 周二 09:00–12:00');
  });

  test('everything can be left unsaid, with a reason that stays in the audit', async () => {
    await moved(span('2026-03-13', '14:00', '17:00'));
    open = await openBulletin();
    expect(wordsOf((await office.get(`/office/bulletins/${open}/dropping`)).text)).toContain('确定不通知这 2 人吗');
    expect((await office.post(`/office/bulletins/${open}/dropping`, { reason: ' ' })).status).toBe(422);
    expect(wordsOf((await office.submit(`/office/bulletins/${open}/dropping`, { reason: '已在群里说过' })).text)).toContain('没有发给任何人');
    academy.clock.moveTo(STORY_BEGINS + 60 * 60_000);
    await academy.app.get(Ticker).runNow('send-bulletins');
    expect(await lettersTo(trainees[0]!.email)).toEqual([]);
    const [line] = await reads<{ detail: string }>(sql`SELECT detail AS "detail" FROM audit_entry WHERE act = 'bulletin.dropped' AND subject_id = ${open}`);
    expect(JSON.parse(line!.detail)).toMatchObject({ reason: '已在群里说过', people: 2 });
  });

  test('bulletins are found by cohort and by state', async () => {
    await moved(span('2026-03-13', '14:00', '17:00'));
    const list = async (query: string) => wordsOf((await office.get(`/office/bulletins${query}`)).text);
    expect(await list(`?q=${cohort.code.toLowerCase()}`)).toContain('待发出 1 2');
    expect(await list(`?q=${cohort.code}&state=sent`)).toContain('没有符合条件的结果');
    expect(await list('?state=nonsense&page=99')).toContain(cohort.code);
    for (const id of ['nonsense', '00000000-0000-7000-8000-000000000000']) expect((await office.get(`/office/bulletins/${id}`)).status).toBe(404);
    expect((await office.get(`/office/bulletins/${await openBulletin()}/letters/nonsense`)).status).toBe(404);
  });

  test('an instructor who gets a session confirms it from the mail without signing in; looking alone changes nothing', async () => {
    const { id, account } = await aTeacher('许静');
    await moved(ledBy(id));
    await office.submit(`/office/bulletins/${await openBulletin()}/sending`);
    const [letter] = await lettersTo(account.email);
    expect(letter!.subject).toBe(`请您讲授：${cohort.code} 第 1 次课`);
    expect(letter!.calendar[0]!.text.replace(/\r\n /g, '')).toContain('RSVP=TRUE');
    const path = answerPathIn(letter!.body);
    const anybody = academy.client();
    const page = wordsOf((await anybody.get(path)).text);
    expect(page).toContain('3月12日 周四 09:00–17:00');
    await anybody.get(path);
    const answers = async () => (await standing()).instructors.map(({ answer, said }) => ({ answer, said }));
    expect(await answers()).toEqual([{ answer: 'open', said: null }]);
    expect((await anybody.post(path, { answer: 'perhaps' })).status).toBe(422);
    expect((await anybody.post(path, { answer: 'declined', said: '长'.repeat(301) })).status).toBe(422);
    expect(wordsOf((await anybody.submit(path, { answer: 'confirmed' })).text)).toContain('谢谢，已记下');
    expect(await answers()).toEqual([{ answer: 'confirmed', said: null }]);
    const [line] = await reads<{ name: string }>(sql`SELECT actor_name AS "name" FROM audit_entry WHERE act = 'session.confirmed' AND subject_id = ${session.id}`);
    expect(line).toEqual({ name: '许静' });
    expect(wordsOf((await (await signedIn(academy, account)).get('/teaching')).text)).toContain('讲师已确认');
    expect(wordsOf((await (await signedIn(academy, account)).submit(path, { answer: 'declined', said: '' })).text)).toContain('已记下您不能上');
  });

  test('a link about a time that is no more shows how the session stands and takes no answer; a forged one is not found', async () => {
    const { id, account } = await aTeacher('何苗');
    await moved(ledBy(id));
    await office.submit(`/office/bulletins/${await openBulletin()}/sending`);
    const path = answerPathIn((await lettersTo(account.email))[0]!.body);
    const anybody = academy.client();
    await moved(span('2026-03-19', '14:00', '16:00'));
    const stale = await anybody.get(path);
    expect(wordsOf(stale.text)).toContain('这次课的时间又变了');
    expect(wordsOf(stale.text)).toContain('3月19日 周四 14:00–16:00');
    expect(stale.text).not.toContain('value="confirmed"');
    expect((await anybody.post(path, { answer: 'confirmed' })).status).toBe(422);
    expect((await standing()).instructors[0]!.answer).toBe('open');
    await moved({ startsAt: session.startsAt, endsAt: session.endsAt });
    done(await academy.app.get(CancelSession).all(await person(academy, 'coordinator'), [{ sessionId: session.id, seenSequence: null }], '停电'));
    expect(wordsOf((await anybody.get(path)).text)).toContain('已经取消');
    academy.clock.moveTo(session.endsAt);
    const forged = `${path.slice(0, -6)}${path.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA'}`;
    for (const wrong of [forged, '/teaching/answers/x', `${path}A`]) expect((await anybody.get(wrong)).status).toBe(404);
  });

  test('whoever declines becomes a task; a substitute is given by one click, and both are told', async () => {
    const [old, next] = [await aTeacher('旧讲师'), await aTeacher('新讲师')];
    await moved(ledBy(old.id));
    await office.submit(`/office/bulletins/${await openBulletin()}/sending`);
    await academy.client().submit(answerPathIn((await lettersTo(old.account.email))[0]!.body), { answer: 'declined', said: '出差' });
    const declined = (await declinedSessions(reads, academy.clock.now())).filter(({ sessionId }) => sessionId === session.id);
    expect(declined).toMatchObject([{ cohortCode: cohort.code, instructorId: old.id, instructorZh: '旧讲师', said: '出差', number: 1 }]);

    const at = `/office/sessions/${session.id}/substitutes`;
    const page = wordsOf((await office.get(at)).text);
    expect(page).toContain('旧讲师 不能上这次课');
    expect(page).toContain('原因：出差');
    expect(page).toContain('请 新讲师 来上');
    const give = { instructorId: next.id, insteadOf: old.id, sequence: (await standing()).sequence };
    expect((await office.post(at, { ...give, sequence: 0 })).status).toBe(422);
    expect((await office.post(at, { ...give, instructorId: old.id })).status).toBe(422);
    expect(wordsOf((await office.submit(at, give)).text)).toContain('改由 新讲师 讲授');
    expect((await standing()).instructors.map((one) => [one.id, one.answer])).toEqual([[next.id, 'open']]);
    expect((await declinedSessions(reads, academy.clock.now())).filter(({ sessionId }) => sessionId === session.id)).toEqual([]);

    await office.submit(`/office/bulletins/${await openBulletin()}/sending`);
    const [, lost] = await lettersTo(old.account.email);
    const [got] = await lettersTo(next.account.email);
    expect(lost!.subject).toBe(`不再由您讲授：${cohort.code} 第 1 次课`);
    expect(lost!.calendar.map(({ method }) => method)).toEqual(['CANCEL']);
    expect(got!.subject).toBe(`请您讲授：${cohort.code} 第 1 次课`);
    expect(got!.calendar.map(({ method }) => method)).toEqual(['REQUEST']);
    expect((await lettersTo(trainees[0]!.email)).at(-1)!.body).toContain('讲师：旧讲师 → 新讲师');
    expect(dayOf(session.startsAt)).toBe('2026-03-12');
    expect(instantOf('2026-03-12', '09:00')).toBe(session.startsAt);
  });
});
