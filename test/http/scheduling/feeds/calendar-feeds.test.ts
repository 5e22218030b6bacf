import ICAL from 'ical.js';
import { EnrolSelf } from '../../../../src/enrolment/index.js';
import { CancelSession, Session } from '../../../../src/scheduling/index.js';
import { aCohort, done } from '../../../builders/cohorts.js';
import { someTrainees } from '../../../builders/trainees.js';
import { TestAcademy } from '../../../support/app.js';
import { person, signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';

describe('calendar feeds', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  const addressOn = (html: string): string =>
    new URL(/http:\/\/academy\.example\/calendar\/[\w-]+\.ics/.exec(html)![0]).pathname;
  const eventsOf = async (browser: WebClient, path: string) => {
    const answer = await browser.get(path);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    const calendar = new ICAL.Component(ICAL.parse(answer.text) as ConstructorParameters<typeof ICAL.Component>[0]);
    return calendar.getAllSubcomponents('vevent');
  };

  test('contain a trainee’s sessions, follow changes, and stop working when the address is revoked', async () => {
    const cohort = await aCohort(academy);
    const [trainee] = await someTrainees(academy, 1);
    done(await academy.app.get(EnrolSelf).execute(trainee!, cohort.code));
    const browser = await signedIn(academy, trainee!);
    const first = addressOn((await browser.submit('/my/calendar')).text);
    expect(addressOn((await browser.get('/my/calendar')).text)).toBe(first);
    const visitor = academy.client(null);
    const [event] = await eventsOf(visitor, first);
    expect(event!.getFirstPropertyValue('summary')).toBe(`课程 ${cohort.courseCode} · 第 1 次课（${cohort.code}）`);
    expect(event!.getFirstPropertyValue('sequence')).toBe(0);
    const uid = event!.getFirstPropertyValue('uid');
    const session = await academy.write((tx) => {
      tx.withoutAudit('only looks');
      return tx.of(Session).findOneByOrFail({ cohortId: cohort.id });
    });
    done(
      await academy.app
        .get(CancelSession)
        .execute(await person(academy, 'coordinator'), [{ sessionId: session.id, seenSequence: null }], '停电'),
    );
    const [cancelled] = await eventsOf(visitor, first);
    expect([
      cancelled!.getFirstPropertyValue('uid'),
      cancelled!.getFirstPropertyValue('status'),
      cancelled!.getFirstPropertyValue('sequence'),
    ]).toEqual([uid, 'CANCELLED', 1]);
    const second = addressOn((await browser.submit('/my/calendar')).text);
    expect(second).not.toBe(first);
    expect((await visitor.get(first)).status).toBe(404);
    expect(await eventsOf(visitor, second)).toHaveLength(1);
    await browser.submit('/my/calendar/revocation');
    expect((await visitor.get(second)).status).toBe(404);
  });

  test('of a cohort are created by the office', async () => {
    const cohort = await aCohort(academy);
    const office = await signedIn(academy, 'coordinator');
    const page = await office.submit(`/office/cohorts/${cohort.code}/sessions/feed`);
    expect(wordsOf(page.text)).toContain('地址已生成');
    expect(await eventsOf(academy.client('en'), addressOn(page.text))).toHaveLength(1);
    const trainee = await signedIn(academy, 'trainee');
    expect((await trainee.post(`/office/cohorts/${cohort.code}/sessions/feed`)).status).toBe(403);
  });

  test('store no secret in the database, and reject guesses', async () => {
    const browser = await signedIn(academy, 'instructor');
    const address = addressOn((await browser.submit('/my/calendar')).text);
    const secret = address.slice('/calendar/'.length, -'.ics'.length);
    const stored: unknown = await academy.connections.read.query('SELECT * FROM calendar_feed');
    expect(JSON.stringify(stored)).not.toContain(secret);
    for (const guess of [`${secret}x`, secret.toUpperCase(), 'a'.repeat(43), '..%2f..%2f'])
      expect((await academy.client().get(`/calendar/${guess}.ics`)).status).toBe(404);
    expect((await academy.client().get('/calendar/nothing')).status).toBe(404);
  });

  test('are throttled for too many requests', async () => {
    const visitor = academy.client();
    let last = 0;
    for (let asked = 0; asked < 140 && last !== 429; asked += 1)
      last = (await visitor.get(`/calendar/${'b'.repeat(43)}.ics`)).status;
    expect(last).toBe(429);
    academy.clock.moveTo(academy.clock.now() + 3600_000);
  });
});
