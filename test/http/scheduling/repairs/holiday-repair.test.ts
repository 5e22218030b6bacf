import sql from 'sql-template-tag';
import { holidayNotices } from '../../../../db/seeds/reference/holidays.js';
import { dayOf, daysAfter, instantOf, ReadDatabase, weekdayOf } from '../../../../src/platform/index.js';
import { LoadHolidayNotice, type SessionRow, sessionFilter } from '../../../../src/scheduling/index.js';
import { ComposeBulletin } from '../../../../src/scheduling/notifications/actions/compose-bulletin.js';
import { bulletinById } from '../../../../src/scheduling/notifications/data/bulletin-facts.js';
import { done } from '../../../builders/cohorts.js';
import { TestAcademy } from '../../../support/app.js';
import { person, signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';
import { placeTheYear } from './placed-year.js';

const OFF: readonly (readonly [string, number])[] = [
  ['2026-01-01', 3],
  ['2026-02-15', 9],
  ['2026-04-04', 3],
  ['2026-05-01', 5],
  ['2026-06-19', 3],
  ['2026-09-25', 3],
  ['2026-10-01', 7],
];
const OFF_DAYS = new Set(OFF.flatMap(([first, days]) => Array.from({ length: days }, (_, at) => daysAfter(first, at))));
const MAKE_UP: Readonly<Record<string, readonly string[]>> = {
  '2026-01-04': ['2026-01-01', '2026-01-02'],
  '2026-02-14': ['2026-02-16', '2026-02-23'],
  '2026-02-28': ['2026-02-16', '2026-02-23'],
  '2026-05-09': ['2026-05-01', '2026-05-05'],
  '2026-09-20': ['2026-10-01', '2026-10-07'],
  '2026-10-10': ['2026-10-01', '2026-10-07'],
};

/** Milliseconds, on a busy machine. */
const A_YEAR_IS_LONG = 60_000;

describe('the notice for 2026 comes out when the year is already placed', () => {
  let academy: TestAcademy;
  let office: WebClient;
  let cohorts: { id: string; code: string }[] = [];
  const ask = <Row>(query: Parameters<ReadDatabase['query']>[0]) => academy.app.get(ReadDatabase).query<Row>(query);
  const all = (): Promise<SessionRow[]> => sessionFilter(ask, { cohortIds: cohorts.map(({ id }) => id) });

  beforeAll(async () => {
    academy = await TestAcademy.open({ at: instantOf('2025-10-30', '09:00') });
    office = await signedIn(academy, 'coordinator');
    const administrator = await person(academy, 'administrator');
    done(await academy.app.get(LoadHolidayNotice).execute(administrator, holidayNotices()[0]!));
    cohorts = await placeTheYear(academy);
  }, A_YEAR_IS_LONG);
  afterAll(() => academy.close());

  test(
    'then exactly the sessions on its days off are affected, and the repair moves them once, without a clash, each person told once',
    async () => {
      expect(wordsOf((await office.get('/office/repairs/new')).text)).toContain('今后没有受影响的课');
      done(
        await academy.app.get(LoadHolidayNotice).execute(await person(academy, 'administrator'), holidayNotices()[1]!),
      );
      const before = await all();
      const affected = before.filter((one) => OFF_DAYS.has(dayOf(one.startsAt)));
      expect(affected.length).toBeGreaterThan(20);

      const page = await office.get('/office/repairs/new');
      expect(page.status).toBe(200);
      const words = wordsOf(page.text);
      expect(words).toContain(`受影响的课 ${affected.length} 全院今后共 ${affected.length} 次`);
      expect(words).toContain('排不下 0');
      expect(words).toContain('2月16日 周一 春节不上课');
      // What the open bulletin holds so far is from the placing: it goes out before.
      await academy.write(async (tx) => {
        await tx.query(
          sql`UPDATE bulletin SET state = 'sent', closed_at = ${tx.now} WHERE state = 'open' RETURNING id`,
        );
        tx.withoutAudit('the emails about the placing have gone out');
      });

      const plan = await office.submit('/office/repairs', { title: '2026 年放假调课' }, '/office/repairs/new');
      expect(wordsOf(plan.text)).toContain(`放进 ${affected.length} 次课的调整`);
      expect(wordsOf(plan.text)).toContain('还不能生效 0');
      // Nothing has changed yet.
      expect((await all()).map(({ startsAt, sequence }) => [startsAt, sequence])).toEqual(
        before.map(({ startsAt, sequence }) => [startsAt, sequence]),
      );
      const publication = await office.get(`${plan.path}/publication`);
      const people = 4 * 3 + 2;
      expect(wordsOf(publication.text)).toContain(`共通知 ${people} 人，每人一封`);
      const published = await office.submit(`${plan.path}/publication`, {});
      expect(wordsOf(published.text)).toContain(`方案已发布：${affected.length} 次课已调整，将通知 ${people} 人`);

      const after = await all();
      const stood = new Map(before.map((one) => [one.id, one]));
      const moved = after.filter((one) => one.startsAt !== stood.get(one.id)!.startsAt);
      expect(new Set(moved.map(({ id }) => id))).toEqual(new Set(affected.map(({ id }) => id)));
      expect(after.filter((one) => OFF_DAYS.has(dayOf(one.startsAt)))).toEqual([]);
      expect(clashesOf(after)).toEqual([]);
      expectMakeUpDays(moved, stood);
      for (const one of moved)
        expect(isWeekend(dayOf(one.startsAt))).toBe(isWeekend(dayOf(stood.get(one.id)!.startsAt)));

      const changes = await ask<{ sessionId: string; bulletin: string }>(
        sql`SELECT c.session_id AS "sessionId", c.bulletin_id AS "bulletin" FROM bulletin_change c JOIN bulletin b ON b.id = c.bulletin_id WHERE b.state = 'open'`,
      );
      expect(new Set(changes.map(({ bulletin }) => bulletin)).size).toBe(1);
      expect(changes.map(({ sessionId }) => sessionId).sort()).toEqual(affected.map(({ id }) => id).sort());
      await expectEachToldOnce(changes[0]!.bulletin, moved, people);
      expect(wordsOf((await office.get('/office/repairs/new')).text)).toContain('今后没有受影响的课');
    },
    A_YEAR_IS_LONG,
  );

  /** One letter for each person, and in it each of their sessions once. */
  async function expectEachToldOnce(bulletinId: string, moved: readonly SessionRow[], people: number): Promise<void> {
    const bulletin = (await bulletinById(ask, bulletinId))!;
    const told = await academy.app.get(ComposeBulletin).recipients(ask, bulletin);
    expect(told).toHaveLength(people);
    expect(new Set(told.map(({ email }) => email)).size).toBe(people);
    const named = told.flatMap(({ changeNotifications }) => changeNotifications.length);
    const trainees = cohorts
      .map(({ code }) => moved.filter(({ cohort }) => cohort === code).length)
      .flatMap((count) => [count, count, count]);
    const teachers = [...new Set(moved.flatMap(({ instructors }) => instructors.map(({ id }) => id)))].map(
      (id) => moved.filter(({ instructors }) => instructors.some((one) => one.id === id)).length,
    );
    expect(named.sort((a, b) => a - b)).toEqual([...trainees, ...teachers].sort((a, b) => a - b));
  }

  /** Every make-up workday of the year takes a session of its own holiday that stood on a workday. */
  function expectMakeUpDays(moved: readonly SessionRow[], stood: ReadonlyMap<string, SessionRow>): void {
    for (const [day, [first, last]] of Object.entries(MAKE_UP)) {
      const here = moved.filter((one) => dayOf(one.startsAt) === day);
      expect([day, here.length > 0]).toEqual([day, true]);
      for (const one of here) {
        const from = dayOf(stood.get(one.id)!.startsAt);
        expect(first! <= from && from <= last! && weekdayOf(from) < 6).toBe(true);
      }
    }
  }

  function isWeekend(day: string): boolean {
    return weekdayOf(day) > 5 && !(day in MAKE_UP);
  }

  /** Every pair, plainly. */
  function clashesOf(sessions: readonly SessionRow[]): string[] {
    return sessions.flatMap((one, at) =>
      sessions
        .slice(at + 1)
        .filter(
          (other) =>
            one.startsAt < other.endsAt &&
            other.startsAt < one.endsAt &&
            (one.roomId === other.roomId ||
              one.cohortId === other.cohortId ||
              one.instructors.some(({ id }) => other.instructors.some((teacher) => teacher.id === id))),
        )
        .map((other) => `${one.cohort} ${one.number} / ${other.cohort} ${other.number}`),
    );
  }
});
