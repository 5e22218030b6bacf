import sql, { type Sql } from 'sql-template-tag';
import type { AuditRow } from '../../../src/accounts/data/audit-trail.js';
import { SignIn } from '../../../src/accounts/index.js';
import { auditEntryView } from '../../../src/accounts/web/audit.page.js';
import { VerifyCertificate } from '../../../src/certifications/verification/actions/verify-certificate.js';
import { daysAfter, MessageCatalog, instantOf, ReadDatabase } from '../../../src/platform/index.js';
import { messages } from '../../../src/start/messages.js';
import { CAST, CAST_PASSWORD } from '../../../db/seeds/demo/content/cast.js';
import { landmarksOf } from '../../../db/seeds/demo/landmarks.js';
import { FOUNDED_BEFORE, loadDemo } from '../../../db/seeds/demo/loader/load-demo.js';
import { TestAcademy } from '../../support/app.js';
import { DATABASE } from '../../support/database.js';
import { validatorsReadEveryCalendar } from './calendars-of-the-demo.js';

const TODAY = '2026-11-24';
/** Some five months of the demo: enough to meet every rule, short enough to load twice. */
const EARLY = instantOf(daysAfter(TODAY, -FOUNDED_BEFORE + 155), '00:00');
const TOLD_WITHIN = 1_800_000;

const told = (until?: number): Promise<TestAcademy> =>
  TestAcademy.open({ founded: false }).then(async (academy) => {
    await loadDemo(academy.app, academy.clock, until === undefined ? { today: TODAY } : { today: TODAY, until });
    academy.clock.moveTo(instantOf(TODAY, '08:00'));
    return academy;
  });

describe('the loaded demo academy', () => {
  let academy: TestAcademy;
  const all = <Row>(query: Sql): Promise<Row[]> => academy.app.get(ReadDatabase).query<Row>(query);
  const count = (query: Sql): Promise<number> => academy.app.get(ReadDatabase).count(query);
  const whole = DATABASE === 'SQLite';

  // On PostgreSQL only the first months are loaded: each rule and each table, at a fraction of the round trips.
  beforeAll(async () => {
    academy = await told(whole ? undefined : EARLY);
  }, TOLD_WITHIN);
  afterAll(() => academy.close());

  if (whole) {
    it('has the documented size', async () => {
      expect(await count(sql`SELECT COUNT(*) FROM track`)).toBe(4);
      expect(await count(sql`SELECT COUNT(*) FROM course`)).toBeGreaterThanOrEqual(30);
      expect(await count(sql`SELECT COUNT(*) FROM room`)).toBe(12);
      expect(await count(sql`SELECT COUNT(*) FROM instructor`)).toBe(24);
      expect(await count(sql`SELECT COUNT(*) FROM employer`)).toBe(40);
      expect(await count(sql`SELECT COUNT(*) FROM cohort`)).toBe(80);
      expect(await count(sql`SELECT COUNT(*) FROM trainee`)).toBe(2000);
      expect(await count(sql`SELECT COUNT(*) FROM enrolment`)).toBe(6000);
      expect(await count(sql`SELECT COUNT(*) FROM certificate`)).toBeGreaterThanOrEqual(1500);
      expect(await count(sql`SELECT COUNT(*) FROM certificate WHERE state = 'revoked'`)).toBeGreaterThanOrEqual(10);
      expect(
        await count(sql`SELECT COUNT(*) FROM certificate WHERE state = 'valid' AND expires_on < ${TODAY}`),
      ).toBeGreaterThanOrEqual(10);
      expect(await count(sql`SELECT COUNT(*) FROM placement`)).toBeGreaterThanOrEqual(150);
      expect(await count(sql`SELECT COUNT(DISTINCT year) FROM target`)).toBe(3);
    });

    it('has every state of a cohort today, sessions, a waitlist, an offered seat and certificates to issue', async () => {
      const states = await all<{ state: string }>(sql`SELECT DISTINCT state AS "state" FROM cohort ORDER BY state`);
      expect(states.map(({ state }) => state)).toEqual(['cancelled', 'completed', 'confirmed', 'draft', 'tentative']);
      const [begins, ends] = [instantOf(TODAY, '00:00'), instantOf(daysAfter(TODAY, 1), '00:00')];
      expect(
        await count(
          sql`SELECT COUNT(*) FROM session WHERE state = 'planned' AND starts_at >= ${begins} AND starts_at < ${ends}`,
        ),
      ).toBeGreaterThanOrEqual(3);
      expect(await count(sql`SELECT COUNT(*) FROM enrolment WHERE state = 'waitlisted'`)).toBeGreaterThanOrEqual(10);
      const [offer] = await all<{ name: string; until: number }>(sql`
        SELECT t.name AS "name", e.offer_expires_at AS "until" FROM enrolment e JOIN trainee t ON t.id = e.trainee_id WHERE e.state = 'offered'`);
      expect(offer?.name).toBe(CAST.trainee.name);
      expect(Number(offer?.until)).toBeGreaterThan(begins);
      expect(
        await count(sql`
        SELECT COUNT(*) FROM enrolment e JOIN cohort c ON c.id = e.cohort_id JOIN course o ON o.id = c.course_id
        WHERE e.state = 'completed' AND o.achievement_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM certificate k WHERE k.enrolment_id = e.id)`),
      ).toBeGreaterThan(20);
    });
  }

  it('double-books no room, instructor or cohort', async () => {
    expect(
      await all(sql`
      SELECT a.session_id AS "one", b.session_id AS "other" FROM session_hold a JOIN session_hold b
        ON b.holder_id = a.holder_id AND b.held_from < a.held_until AND a.held_from < b.held_until AND a.session_id < b.session_id WHERE a.kind <> 'pool'`),
    ).toEqual([]);
  });

  it('gives no seat twice, stays within the capacity, and leaves nobody waiting beside a free seat', async () => {
    const held = sql`(SELECT COUNT(*) FROM enrolment e WHERE e.cohort_id = c.id AND e.seat_number IS NOT NULL)`;
    const waiting = sql`(SELECT COUNT(*) FROM enrolment e WHERE e.cohort_id = c.id AND e.state = 'waitlisted')`;
    expect(await all(sql`SELECT c.code AS "code" FROM cohort c WHERE ${held} > c.capacity`)).toEqual([]);
    expect(
      await all(
        sql`SELECT cohort_id AS "cohort" FROM enrolment WHERE seat_number IS NOT NULL GROUP BY cohort_id, seat_number HAVING COUNT(*) > 1`,
      ),
    ).toEqual([]);
    const begun = sql`(SELECT MIN(s.starts_at) FROM session s WHERE s.cohort_id = c.id) < ${academy.clock.now()}`;
    expect(
      await all(
        sql`SELECT c.code AS "code" FROM cohort c WHERE c.state IN ('tentative', 'confirmed') AND NOT ${begun} AND ${waiting} > 0 AND ${held} < c.capacity`,
      ),
    ).toEqual([]);
  });

  it('completes every past cohort with full registers and an outcome for each seat', async () => {
    expect(
      await all(sql`
      SELECT c.code AS "code" FROM cohort c JOIN enrolment e ON e.cohort_id = c.id WHERE c.state = 'completed' AND e.state IN ('confirmed', 'offered')`),
    ).toEqual([]);
    expect(
      await all(sql`
      SELECT c.code AS "code" FROM cohort c JOIN session s ON s.cohort_id = c.id JOIN enrolment e ON e.cohort_id = c.id
      WHERE c.state = 'completed' AND e.state IN ('completed', 'notCompleted') AND NOT EXISTS
        (SELECT 1 FROM attendance_mark m WHERE m.session_id = s.id AND m.enrolment_id = e.id AND m.superseded_at IS NULL)`),
    ).toEqual([]);
  });

  it('issues certificates only for completions, and every certificate is found by its number and name', async () => {
    expect(
      await all(sql`
      SELECT k.number AS "number" FROM certificate k JOIN enrolment e ON e.id = k.enrolment_id WHERE e.state <> 'completed'`),
    ).toEqual([]);
    const certificates = await all<{ number: string; token: string; name: string }>(sql`
      SELECT number AS "number", token AS "token", recipient_name AS "name" FROM certificate ORDER BY number`);
    expect(certificates.length).toBeGreaterThan(100);
    const verify = academy.app.get(VerifyCertificate);
    const lost: string[] = [];
    for (const { number, token, name } of certificates) {
      if ((await verify.byNumber({ number, name })).certificate?.token !== token) lost.push(number);
    }
    expect(lost).toEqual([]);
  });

  it('has audit messages for every change', async () => {
    const rows = await all<Pick<AuditRow, 'act' | 'subjectType'> & { detail: string }>(sql`
      SELECT act AS "act", subject_type AS "subjectType", MIN(detail) AS "detail" FROM audit_entry GROUP BY act, subject_type, LENGTH(detail)`);
    expect(rows.length).toBeGreaterThan(100);
    const translator = new MessageCatalog(messages).in('zh-CN');
    const views = rows.map((row) =>
      auditEntryView(
        {
          ...row,
          id: 'x',
          at: 0,
          actorId: null,
          actorName: 'system',
          subjectId: 'x',
          subjectLabel: '',
          requestId: null,
          detail: JSON.parse(row.detail) as Record<string, unknown>,
        },
        translator,
      ),
    );
    const unsaid = views.flatMap(({ title, changes }) =>
      changes.filter(({ name }) => /^[a-z]\w*$/.test(name)).map(({ name }) => `${title}: ${name}`),
    );
    expect([...new Set(unsaid)]).toEqual([]);
  });

  it('has the three certificates that are printed at the start', async () => {
    const { valid, revoked, expired, calendar } = await landmarksOf(academy.app, 'http://academy.example', TODAY);
    const addresses = whole ? [valid, revoked, expired, calendar] : [valid, calendar];
    for (const address of addresses) {
      const answer = await academy.app.inject({ url: new URL(address ?? '').pathname });
      expect(answer.statusCode).toBe(200);
    }
  });

  it('lets the cast sign in', async () => {
    const signIn = academy.app.get(SignIn);
    for (const { email, role } of Object.values(CAST)) {
      if (role === 'trainee' && !whole) continue;
      expect(
        await signIn.execute({
          email,
          password: CAST_PASSWORD,
          ip: '127.0.0.1',
          browser: 'a test',
          knownBrowser: null,
        }),
      ).toMatchObject({
        token: expect.any(String) as unknown,
      });
    }
  });

  validatorsReadEveryCalendar(() => academy, { whole });

  it('leaves no old email to be sent', async () => {
    expect(await count(sql`SELECT COUNT(*) FROM outbox_message WHERE state = 'pending'`)).toBe(0);
  });

  // Once on SQLite is enough: the plan and the seeds of the random numbers know no database.
  if (whole)
    it(
      'is the same when loaded again',
      async () => {
        const again = await told(EARLY);
        try {
          expect(await historyOf(again, EARLY)).toEqual(await historyOf(academy, EARLY));
        } finally {
          await again.close();
        }
      },
      TOLD_WITHIN,
    );
});

/** What happened before an instant, in texts that are the same for every run: names and codes, no ids or tokens. */
async function historyOf(academy: TestAcademy, before: number): Promise<unknown[]> {
  const all = (query: Sql) => academy.app.get(ReadDatabase).query(query);
  return [
    await all(sql`
      SELECT v.at AS "at", v.kind AS "kind", c.code AS "cohort", t.phone AS "phone", t.name AS "name" FROM enrolment_event v
      JOIN enrolment e ON e.id = v.enrolment_id JOIN cohort c ON c.id = e.cohort_id JOIN trainee t ON t.id = e.trainee_id
      WHERE v.at < ${before} ORDER BY v.at, c.code, t.phone, t.name, v.kind`),
    await all(sql`
      SELECT m.marked_at AS "at", m.mark AS "mark", c.code AS "cohort", s.number AS "number", e.seat_number AS "seat", m.reason AS "reason" FROM attendance_mark m
      JOIN session s ON s.id = m.session_id JOIN cohort c ON c.id = s.cohort_id JOIN enrolment e ON e.id = m.enrolment_id
      WHERE m.marked_at < ${before} ORDER BY c.code, s.number, e.seat_number, m.marked_at`),
    await all(
      sql`SELECT number AS "number", recipient_name AS "name", issued_on AS "on" FROM certificate WHERE issued_at < ${before} ORDER BY number`,
    ),
  ];
}
