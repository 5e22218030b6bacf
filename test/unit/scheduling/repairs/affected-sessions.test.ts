import { instantOf } from '../../../../src/platform/clock.js';
import { ledBy } from '../../../../src/scheduling/core/domain/placed-session.js';
import { affectedSessions } from '../../../../src/scheduling/repairs/domain/affected-sessions.js';
import { aCohort, aPool, aRoom, aSession, aTeacher, holidays, scopeOf, type Term, timetableOf } from './terms.js';

const LABOUR_DAY = holidays('劳动节', '2026-05-01', 5);

const affectedIn = (term: Term) => affectedSessions(timetableOf(term), scopeOf(term));

describe('sessions are affected', () => {
  it('by a holiday, a shut room, an absence, a qualification or a licence that runs out, and by each other', () => {
    const span = { startsAt: instantOf('2026-05-11', '00:00'), endsAt: instantOf('2026-05-12', '00:00') };
    const reasons = affectedIn({
      days: LABOUR_DAY,
      rooms: [aRoom('r1'), aRoom('shut', { away: [{ ...span, reason: '检修' }] })],
      pools: [aPool('p', { validUntil: '2026-05-20' })],
      teachers: [
        aTeacher('t1'),
        aTeacher('away', { away: [{ ...span, reason: '请假' }] }),
        aTeacher('once', { qualifications: [{ courseId: 'course', validFrom: null, validUntil: '2026-05-10' }] }),
      ],
      sessions: [
        aSession('holiday', '2026-05-04 09:00'),
        aSession('fine', '2026-05-06 09:00'),
        aSession('room', '2026-05-11 09:00', { roomId: 'shut' }),
        aSession('person', '2026-05-11 14:00', { instructors: ledBy('away') }),
        aSession('qualification', '2026-05-12 09:00', { instructors: ledBy('once') }),
        aSession('licence', '2026-05-21 09:00', { licences: [{ poolId: 'p', seats: 1 }] }),
        aSession('one', '2026-05-22 09:00'),
        aSession('other', '2026-05-22 11:00', { cohortId: 'b', instructors: [] }),
      ],
    }).map(({ session, reasons: all }) => [session.id, ...all.map(({ code }) => code)]);
    expect(reasons).toEqual([
      ['holiday', 'dayIsClosed'],
      ['room', 'roomIsShutThen'],
      ['person', 'instructorIsAbsent'],
      ['qualification', 'instructorNotQualifiedOnTheDate'],
      ['licence', 'poolNotValidOnTheDate'],
      ['one', 'roomIsTaken'],
      ['other', 'roomIsTaken'],
    ]);
  });

  it('never if they have begun, are held, belong to a cohort that is over, or are overridden', () => {
    const closed = {
      startsAt: instantOf('2026-05-22', '00:00'),
      endsAt: instantOf('2026-05-23', '00:00'),
      reason: '检修',
    };
    expect(
      affectedIn({
        days: [...holidays('春节', '2026-04-18', 3), ...LABOUR_DAY],
        cohorts: [aCohort('a'), aCohort('b'), aCohort('over', { state: 'completed' })],
        rooms: [aRoom('r1'), aRoom('shut', { away: [closed] })],
        fixed: ['held'],
        letStand: ['stands'],
        sessions: [
          aSession('past', '2026-04-18 09:00'),
          aSession('begun', '2026-04-20 08:00'),
          aSession('held', '2026-05-04 09:00'),
          aSession('of one over', '2026-05-04 14:00', { cohortId: 'over' }),
          aSession('stands', '2026-05-22 10:00', { roomId: 'shut' }),
        ],
      }),
    ).toEqual([]);
  });

  it('by a double booking, even an old one with an override', () => {
    const sessions = [
      aSession('beside', '2026-05-22 09:00'),
      aSession('stands', '2026-05-22 10:00', { cohortId: 'b', instructors: [] }),
    ];
    expect(affectedIn({ sessions, letStand: ['stands'] }).map(({ session }) => session.id)).toEqual([
      'beside',
      'stands',
    ]);
  });

  it('not by the holiday on which somebody means them to be held; by another all the same', () => {
    const meantDays = [
      ['meant', '2026-05-04'],
      ['moved since', '2026-05-04'],
    ] as const;
    const affected = affectedIn({
      days: LABOUR_DAY,
      meantDays,
      sessions: [aSession('meant', '2026-05-04 09:00'), aSession('moved since', '2026-05-05 09:00')],
    });
    expect(affected.map(({ session }) => session.id)).toEqual(['moved since']);
  });
});
