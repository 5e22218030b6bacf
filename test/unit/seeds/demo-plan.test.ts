import { dayOf, daysAfter, instantOf } from '../../../src/platform/clock.js';
import { isClosed } from '../../../src/scheduling/core/domain/academy-calendar.js';
import { ledBy, overlaps } from '../../../src/scheduling/core/domain/placed-session.js';
import { SessionIndex } from '../../../src/scheduling/core/domain/session-index.js';
import { demoAbsences } from '../../../db/seeds/demo/content/absences.js';
import { noticedCalendar } from '../../../db/seeds/demo/content/calendar.js';
import { demoCohorts } from '../../../db/seeds/demo/content/cohorts/cohort-plan.js';
import type { PlannedCohort } from '../../../db/seeds/demo/content/cohorts/planned-cohort.js';
import { CAST_TRAINEE, demoEnrolments } from '../../../db/seeds/demo/content/enrolment-plan.js';
import { INSTRUCTORS } from '../../../db/seeds/demo/content/instructors.js';
import { POOLS, termOf } from '../../../db/seeds/demo/content/licences.js';
import { ROOMS } from '../../../db/seeds/demo/content/rooms.js';
import { demoTrainees } from '../../../db/seeds/demo/content/trainees.js';
import { holidayNotices } from '../../../db/seeds/reference/holidays.js';

const DAYS = ['2026-11-24', '2026-02-17', '2026-10-05', '2027-03-01', '2026-11-28', '2028-02-29'];
const FATES = [
  'certified',
  'completed',
  'ended',
  'running',
  'full',
  'soon',
  'open',
  'opensSoon',
  'draft',
  'cancelled',
  'cancelledAhead',
];
const calendar = noticedCalendar();

it('includes the notices of 2025 and 2026', () => {
  expect(holidayNotices()).toHaveLength(2);
  expect(calendar.dayOn('2026-02-17')).toMatchObject({ kind: 'holiday', name: { zh: '春节' } });
  expect(calendar.dayOn('2025-10-11').kind).toBe('makeUpWorkday');
});

describe.each(DAYS)('the demo created on %s', (today) => {
  const cohorts = demoCohorts(today, calendar);
  const enrolments = demoEnrolments(cohorts, demoTrainees(today), today);
  const of = (cohort: PlannedCohort) => enrolments.filter((one) => one.cohort === cohort);

  it('has eighty cohorts over eighteen months, in every state, with unique codes', () => {
    expect(cohorts).toHaveLength(80);
    expect(new Set(cohorts.map(({ code }) => code)).size).toBe(80);
    expect(new Set(cohorts.map(({ fate }) => fate))).toEqual(new Set(FATES));
    expect(cohorts[0]!.startsOn <= daysAfter(today, -390)).toBe(true);
    expect(cohorts.at(-1)!.startsOn >= daysAfter(today, 120)).toBe(true);
  });

  it('double-books no room, no instructor and no cohort', () => {
    const sessions = cohorts.flatMap((cohort) =>
      cohort.sessions.map((span, at) => ({
        ...span,
        id: `${cohort.code}/${at}`,
        number: at + 1,
        cohortId: cohort.code,
        cohortCode: cohort.code,
        courseId: cohort.course.code,
        seatsNeeded: cohort.capacity,
        roomId: cohort.roomCode,
        instructors: ledBy(String(cohort.instructor)),
        licences: [],
        setUp: 0,
        clearAway: 0,
        roomName: null,
        instructorNames: [],
      })),
    );
    expect(new SessionIndex(sessions).allClashes()).toEqual([]);
  });

  it('teaches every course in full, by somebody qualified, in a large enough room, on no holiday', () => {
    for (const { course, sessions, instructor, roomCode, capacity, delivery } of cohorts) {
      expect(sessions.reduce((sum, { startsAt, endsAt }) => sum + endsAt - startsAt, 0)).toBe(course.hours * 3_600_000);
      expect(INSTRUCTORS[instructor]?.teaches).toContain(course.code);
      if (delivery === 'online') expect(roomCode).toBeNull();
      else expect(ROOMS.find(({ code }) => code === roomCode)?.seats).toBeGreaterThanOrEqual(capacity);
      for (const { startsAt } of sessions) expect(isClosed(calendar.dayOn(dayOf(startsAt)))).toBe(false);
    }
  });

  it('gives practical courses licence seats that last long enough, and has two absences that affect nobody', () => {
    const licensed = cohorts.filter(({ pool }) => pool !== null);
    expect(licensed.length).toBeGreaterThan(20);
    expect(new Set(licensed.map(({ pool }) => pool)).size).toBe(POOLS.length);
    for (const { pool, startsOn, endsOn, capacity } of licensed) {
      const { seats, ...term } = POOLS[pool!]!;
      const { validFrom, validUntil } = termOf(term, today);
      expect(validFrom <= startsOn && endsOn <= (validUntil ?? endsOn) && capacity <= seats).toBe(true);
    }
    const absences = demoAbsences(cohorts, today);
    expect(absences).toHaveLength(2);
    for (const { instructor, ...away } of absences) {
      expect(away.startsAt).toBeGreaterThan(instantOf(today, '00:00'));
      expect(
        cohorts
          .filter((one) => one.instructor === instructor)
          .flatMap(({ sessions }) => sessions)
          .filter((one) => overlaps(one, away)),
      ).toEqual([]);
    }
  });

  it('has past, current and future cohorts relative to today', () => {
    for (const { fate, startsOn, endsOn } of cohorts) {
      if (fate === 'certified' || fate === 'completed' || fate === 'ended') expect(endsOn < today).toBe(true);
      if (fate === 'running') expect(startsOn < today && endsOn > today).toBe(true);
      if (['full', 'soon', 'open', 'opensSoon', 'draft', 'cancelledAhead'].includes(fate))
        expect(startsOn > today).toBe(true);
    }
  });

  it('has six thousand enrolments, each within the window and before today, nobody in two rooms at once', () => {
    expect(enrolments).toHaveLength(6000);
    expect(new Set(enrolments.map(({ trainee }) => trainee)).size).toBe(2000);
    const eve = instantOf(today, '00:00');
    const untimely = enrolments.filter(
      ({ at, cohort, withdrawsAt }) =>
        at < cohort.windowOpensAt ||
        at >= Math.min(cohort.windowClosesAt, eve) ||
        (withdrawsAt !== null && (withdrawsAt <= at || withdrawsAt >= Math.min(cohort.sessions[0]!.startsAt, eve))),
    );
    expect(untimely).toEqual([]);
    const own = new Map<number, PlannedCohort[]>();
    for (const { trainee, cohort } of enrolments) own.set(trainee, [...(own.get(trainee) ?? []), cohort]);
    expect([...own.values()].filter(meetTwiceAtOnce)).toEqual([]);
    expect(
      [...own.values()].filter((theirs) => new Set(theirs.map(({ course }) => course.code)).size < theirs.length),
    ).toEqual([]);
  });

  it('has full cohorts with a waitlist, and a seat that is offered to the cast', () => {
    const full = cohorts.filter(({ fate }) => fate === 'full');
    for (const cohort of full) expect(of(cohort).length).toBeGreaterThan(cohort.capacity + 4);
    const awaited = full.find(({ cast }) => cast === 'line')!;
    expect(of(awaited).findIndex(({ trainee }) => trainee === CAST_TRAINEE)).toBe(awaited.capacity);
    expect(of(awaited).filter(({ withdrawsAt }) => withdrawsAt !== null)).toHaveLength(1);
  });

  it('is the same when created again', () => {
    expect(demoCohorts(today, noticedCalendar())).toEqual(cohorts);
    expect(demoEnrolments(cohorts, demoTrainees(today), today)).toEqual(enrolments);
  });
});

function meetTwiceAtOnce(cohorts: readonly PlannedCohort[]): boolean {
  const spans = cohorts.flatMap(({ sessions }) => sessions).sort((a, b) => a.startsAt - b.startsAt);
  return spans.some((span, at) => at > 0 && spans[at - 1]!.endsAt > span.startsAt);
}
