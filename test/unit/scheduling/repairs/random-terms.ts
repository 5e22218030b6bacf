import fc from 'fast-check';
import { daysAfter, instantOf } from '../../../../src/platform/clock.js';
import type { DayFact } from '../../../../src/scheduling/core/domain/academy-calendar.js';
import { ledBy } from '../../../../src/scheduling/core/domain/placed-session.js';
import { aCohort, aPool, aRoom, aSession, aTeacher, holidays, type Term } from './terms.js';

const HOUR = 3_600_000;
const STARTS = ['08:30', '09:00', '14:00', '18:30'];

/**
 * Random terms of three weeks around a holiday:
 * rooms with margins and closures, absences, a short pool, sessions on closed days, clashes, some already past.
 */
export const anyTerm: fc.Arbitrary<Required<Term>> = fc
  .record({
    rows: fc.array(
      fc.record({
        day: fc.integer({ min: -4, max: 24 }),
        start: fc.constantFrom(...STARTS),
        hours: fc.integer({ min: 1, max: 4 }),
        cohort: fc.integer({ min: 0, max: 4 }),
        room: fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }),
        teacher: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
        assistant: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
        seats: fc.integer({ min: 0, max: 12 }),
      }),
      { minLength: 2, maxLength: 36 },
    ),
    shut: fc.integer({ min: 0, max: 20 }),
    away: fc.integer({ min: 0, max: 20 }),
    margin: fc.constantFrom(0, 30),
    least: fc.constantFrom(null, 240, 480),
    follows: fc.constantFrom(null, 2 as const, 4 as const),
    stand: fc.subarray(['s0', 's1', 's2']),
    meant: fc.subarray(['s5', 's6']),
    held: fc.subarray(['s3', 's4']),
    ends: fc.constantFrom('2026-05-08', '2026-05-31'),
  })
  .map(({ rows, shut, away, margin, least, follows, stand, meant, held, ends }) => {
    const span = (first: number, days: number) => ({
      startsAt: instantOf(daysAfter('2026-04-20', first), '00:00'),
      endsAt: instantOf(daysAfter('2026-04-20', first + days), '00:00'),
    });
    const rooms = [
      aRoom('r0', { setUp: margin }),
      aRoom('r1', { away: [{ ...span(shut, 3), reason: '检修' }] }),
      aRoom('r2', { seats: 25, clearAway: margin }),
    ];
    const teachers = [
      aTeacher('t0', { mostMinutesPerDay: least }),
      aTeacher('t1', { away: [{ ...span(away, 4), reason: '请假' }] }),
      aTeacher('t2', { qualifications: [{ courseId: 'course', validFrom: null, validUntil: '2026-05-06' }] }),
      aTeacher('t3'),
    ];
    const cohorts = Array.from({ length: 5 }, (_, at) =>
      aCohort(`c${at}`, { endsOn: ends, people: at, state: at === 4 ? 'completed' : 'confirmed' }),
    );
    const sessions = rows.map(({ day, start, hours, cohort, room, teacher, assistant, seats }, at) => {
      const [setUp, clearAway] = room === null ? [0, 0] : [rooms[room]!.setUp, rooms[room]!.clearAway];
      const placed = aSession(`s${at}`, `${daysAfter('2026-04-20', day)} ${start}`, {
        number: at + 1,
        cohortId: `c${cohort}`,
        roomId: room === null ? null : `r${room}`,
        setUp,
        clearAway,
        licences: seats === 0 ? [] : [{ poolId: 'p', seats }],
        instructors: [
          ...ledBy(teacher === null ? null : `t${teacher}`),
          ...(assistant === null || assistant === teacher
            ? []
            : [{ instructorId: `t${assistant}`, role: 'assistant' as const }]),
        ],
      });
      return { ...placed, endsAt: placed.startsAt + hours * HOUR };
    });
    const days: DayFact[] = [
      ...holidays('劳动节', '2026-05-01', 5),
      { kind: 'makeUpWorkday', date: '2026-05-09', name: '劳动节', follows },
      { kind: 'closure', date: '2026-04-28', name: '运动会' },
    ];
    return {
      sessions,
      rooms,
      teachers,
      pools: [aPool('p', { seats: 15, validUntil: '2026-05-15' })],
      cohorts,
      days,
      fixed: held,
      letStand: stand,
      meantDays: meant.map((id) => [id, '2026-05-02'] as const),
    };
  });
