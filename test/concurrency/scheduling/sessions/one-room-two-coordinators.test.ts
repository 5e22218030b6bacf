import { Clock, dayOf, daysAfter, instantOf, isRefused } from '../../../../src/platform/index.js';
import {
  ledBy,
  MoveSession,
  PlaceSession,
  ScheduleByPattern,
  sessionsBetween,
  meetingsOn,
  TimetableReader,
} from '../../../../src/scheduling/index.js';
import { placedSessions } from '../../../../src/scheduling/core/data/placed-sessions.js';
import { SessionIndex } from '../../../../src/scheduling/core/domain/session-index.js';
import { aCohort, type BuiltCohort, done } from '../../../builders/cohorts.js';
import { TestAcademy } from '../../../support/app.js';
import { DATABASE } from '../../../support/database.js';
import { person, signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';

const HOUR = 3_600_000;

describe(`at the same moment on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let cohorts: BuiltCohort[];
  beforeAll(async () => {
    academy = await TestAcademy.open();
    cohorts = [];
    for (let made = 0; made < 6; made += 1) cohorts.push(await aCohort(academy));
  });
  afterAll(() => academy.close());

  test('two coordinators book one room: one gets it, the other is refused with the session that holds it', async () => {
    const [first, second] = cohorts as [BuiltCohort, BuiltCohort];
    const wanted = (cohort: BuiltCohort) => ({
      date: '2026-05-18',
      startTime: '9:00',
      endTime: '12:00',
      roomId: first.roomId,
      instructorId: cohort.instructorId,
      sequence: '',
    });
    const browsers = await Promise.all([signedIn(academy, 'coordinator'), signedIn(academy, 'administrator')]);
    await Promise.all(browsers.map((browser) => browser.get('/my/account')));
    const answers = await Promise.all(
      [first, second].map((cohort, at) =>
        browsers[at]!.post(`/office/cohorts/${cohort.code}/sessions/single`, wanted(cohort)),
      ),
    );
    expect(answers.map((one) => one.status).sort()).toEqual([303, 422]);
    const loser = answers.findIndex((one) => one.status === 422);
    expect(wordsOf(answers[loser]!.text)).toMatch(
      new RegExp(`那时已给 ${[first, second][1 - loser]!.code} 第 \\d+ 次课.5月18日 周一 09:00–12:00`),
    );
  });

  test('sixty concurrent additions and moves leave no clash', async () => {
    const actor = await person(academy, 'coordinator');
    const rooms = [cohorts[0]!.roomId, cohorts[1]!.roomId];
    const start = instantOf(daysAfter(dayOf(academy.app.get(Clock).now()), 40), '08:00');
    const attempts = Array.from({ length: 60 }, (_, at) => async () => {
      const cohort = cohorts[(at * 7) % cohorts.length]!;
      const startsAt = start + ((at * 5) % 9) * HOUR;
      const slot = {
        startsAt,
        endsAt: startsAt + 2 * HOUR,
        roomId: rooms[at % 2]!,
        instructors: ledBy(cohort.instructorId),
        licences: [],
      };
      const placed = await academy.app.get(PlaceSession).execute(actor, { cohortCode: cohort.code, slot });
      if (isRefused(placed)) return false;
      await academy.app.get(MoveSession).execute(actor, placed.sessionIds[0]!, {
        slot: { ...slot, startsAt: startsAt + HOUR, endsAt: startsAt + 3 * HOUR, roomId: rooms[(at + 1) % 2]! },
        seenSequence: 0,
      });
      return true;
    });
    const placed = await Promise.all(attempts.map((attempt) => attempt()));
    expect(placed).toContain(true);
    expect(placed).toContain(false);
    const { query } = academy.app.get(TimetableReader);
    expect(
      new SessionIndex(await placedSessions(query, { startsAt: 0, endsAt: start + 400 * 24 * HOUR })).allClashes(),
    ).toEqual([]);
  });

  test('two conflicting patterns are scheduled completely or not at all', async () => {
    const actor = await person(academy, 'coordinator');
    const roomId = cohorts[2]!.roomId;
    const pattern = (weekdays: readonly (1 | 2 | 3)[], instructorId: string) => ({
      startDate: '2026-06-01',
      meetings: meetingsOn(
        weekdays,
        { startTime: '13:00', endTime: '16:00' },
        { roomId, instructors: ledBy(instructorId), licences: [] },
      ),
      extent: { by: 'sessions' as const, sessions: 8 },
      everyNWeeks: 1,
      skipDates: [],
      breaks: [],
      extraDates: [],
    });
    const outcomes = await Promise.all(
      [
        [2, [1, 2]],
        [3, [2, 3]],
      ].map(([at, weekdays]) => {
        const cohort = cohorts[at as number]!;
        return academy.app.get(ScheduleByPattern).execute(actor, {
          cohortCode: cohort.code,
          pattern: pattern(weekdays as (1 | 2 | 3)[], cohort.instructorId),
        });
      }),
    );
    expect(outcomes.filter(isRefused)).toHaveLength(1);
    expect(done(outcomes.find((one) => !isRefused(one))!).sessionIds).toHaveLength(8);
    const inRoom = (
      await sessionsBetween(
        academy.app.get(TimetableReader).query,
        instantOf('2026-06-01', '00:00'),
        instantOf('2026-08-01', '00:00'),
      )
    ).filter((one) => one.roomId === roomId);
    expect(inRoom).toHaveLength(8);
  });

  test('a form sent twice has one effect and causes no server error', async () => {
    const office = await signedIn(academy, 'administrator');
    await office.get('/my/account');
    const twice = (path: string, fields = {}) => Promise.all([office.post(path, fields), office.post(path, fields)]);
    const closures = await twice('/office/calendar/closures', {
      from: '2026-08-20',
      until: '2026-08-21',
      nameZh: '检修',
      nameEn: '',
    });
    expect(closures.map((one) => one.status).every((status) => status === 303 || status === 422)).toBe(true);
    const feeds = await twice('/my/calendar');
    expect(feeds.map((one) => one.status)).toEqual([303, 303]);
    const cohort = cohorts[5]!;
    const placings = await twice(`/office/cohorts/${cohort.code}/sessions/single`, {
      date: '2026-09-07',
      startTime: '9:00',
      endTime: '12:00',
      roomId: cohort.roomId,
      instructorId: '',
      sequence: '',
    });
    expect(placings.map((one) => one.status).sort()).toEqual([303, 422]);
  });
});
