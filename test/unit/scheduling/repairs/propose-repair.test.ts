import fc from 'fast-check';
import { clockOf, dayOf, instantOf } from '../../../../src/platform/clock.js';
import { ledBy } from '../../../../src/scheduling/core/domain/placed-session.js';
import { affectedSessions } from '../../../../src/scheduling/repairs/domain/affected-sessions.js';
import { proposeRepair } from '../../../../src/scheduling/repairs/domain/propose-repair.js';
import type { RepairOptions, RepairProposal } from '../../../../src/scheduling/repairs/domain/repair.js';
import { repairScene, runRepair } from '../../../benchmarks/repair-term.js';
import {
  aCohort,
  after,
  aRoom,
  aSession,
  aTeacher,
  clashesByPairs,
  holidays,
  NOW,
  overbooked,
  scopeOf,
  type Term,
  timetableOf,
} from './terms.js';
import { anyTerm } from './random-terms.js';

const LABOUR_DAY = holidays('劳动节', '2026-05-01', 5);
const NINTH_OF_MAY = { kind: 'makeUpWorkday', date: '2026-05-09', name: '劳动节' } as const;

function repair(term: Term, options: Omit<RepairOptions, 'scope'> = {}): RepairProposal {
  const timetable = timetableOf(term);
  const scope = scopeOf(term);
  return proposeRepair(timetable, affectedSessions(timetable, scope), { scope, ...options });
}

const told = ({ moves }: RepairProposal) =>
  moves.map(({ session, slot, kind }) => [session.id, `${dayOf(slot.startsAt)} ${clockOf(slot.startsAt)}`, kind]);

describe('a repair', () => {
  it('takes the make-up workday that follows the weekday, at the same time', () => {
    const sessions = [
      aSession('monday', '2026-05-04 09:00', { number: 4 }),
      aSession('tuesday', '2026-05-05 09:00', { number: 5 }),
    ];
    expect(told(repair({ sessions, days: [...LABOUR_DAY, { ...NINTH_OF_MAY, follows: 2 }] }))).toEqual([
      ['monday', '2026-05-06 09:00', 'otherDay'],
      ['tuesday', '2026-05-09 09:00', 'makeUpWorkday'],
    ]);
    expect(told(repair({ sessions, days: [...LABOUR_DAY, { ...NINTH_OF_MAY, follows: 1 }] }))).toEqual([
      ['monday', '2026-05-09 09:00', 'makeUpWorkday'],
      ['tuesday', '2026-05-06 09:00', 'otherDay'],
    ]);
    expect(
      told(repair({ sessions, days: [...LABOUR_DAY, { ...NINTH_OF_MAY, follows: 4 }] })).map(([, , kind]) => kind),
    ).toEqual(['otherDay', 'otherDay']);
  });

  it('uses it for any workday of its holiday if it follows no weekday, and never for a weekend session', () => {
    const sessions = [
      aSession('saturday', '2026-05-02 09:00', { number: 1 }),
      aSession('monday', '2026-05-04 09:00', { number: 2 }),
    ];
    expect(told(repair({ sessions, days: [...LABOUR_DAY, NINTH_OF_MAY] }))).toEqual([
      ['saturday', '2026-04-25 09:00', 'otherDay'],
      ['monday', '2026-05-09 09:00', 'makeUpWorkday'],
    ]);
  });

  it('moves nothing that need not move: of two that clash one, and nobody else', () => {
    const sessions = [
      aSession('one', '2026-05-12 09:00'),
      aSession('other', '2026-05-12 10:00', { cohortId: 'b', instructors: [] }),
      aSession('third', '2026-05-13 09:00'),
    ];
    const proposal = repair({ sessions, rooms: [aRoom('r1'), aRoom('r2')] });
    expect(proposal.moves).toHaveLength(1);
    expect(proposal.settled).toHaveLength(1);
    expect(proposal.moves[0]).toMatchObject({ kind: 'room', slot: { roomId: 'r2' } });
  });

  it('gives an absent instructor a qualified substitute at the same time, which disturbs two', () => {
    const away = {
      startsAt: instantOf('2026-05-12', '00:00'),
      endsAt: instantOf('2026-05-13', '00:00'),
      reason: '请假',
    };
    const proposal = repair({
      sessions: [aSession('one', '2026-05-12 09:00')],
      teachers: [aTeacher('t1', { away: [away] }), aTeacher('unfit', { qualifications: [] }), aTeacher('t2')],
    });
    expect(proposal.moves[0]).toMatchObject({
      kind: 'instructor',
      disturbed: 2,
      days: 0,
      slot: { startsAt: instantOf('2026-05-12', '09:00'), instructors: ledBy('t2') },
    });
  });

  it('lets one other session make way where there is no other place, and no second one', () => {
    const cohort = aCohort('a', { startsOn: '2026-05-07', endsOn: '2026-05-07' });
    const span = (until: string) => ({
      startsAt: instantOf('2026-05-07', until),
      endsAt: instantOf('2026-05-08', '00:00'),
      reason: '晚上不开放',
    });
    const sessions = [
      aSession('hurt', '2026-05-07 09:00', { roomId: 'gone', seatsNeeded: 20 }),
      aSession('in the way', '2026-05-07 09:00', { cohortId: 'b', instructors: [] }),
    ];
    const rooms = [aRoom('gone', { closed: true }), aRoom('r1', { away: [span('12:00')] })];
    const proposal = repair({ sessions, rooms, cohorts: [cohort, aCohort('b')] });
    expect(proposal.unplaced).toEqual([]);
    expect(proposal.moves.map(({ session, slot, reasons }) => [session.id, slot.roomId, reasons[0]?.code])).toEqual([
      ['hurt', 'r1', 'roomIsClosed'],
      ['in the way', 'r1', 'sessionMakesWay'],
    ]);
    expect(clashesByPairs(after(sessions, proposal.moves), rooms)).toEqual([]);
  });

  it('explains why a session cannot be placed, and what would help', () => {
    const short = aCohort('a', { startsOn: '2026-05-04', endsOn: '2026-05-05' });
    const { unplaced, moves } = repair({
      sessions: [aSession('one', '2026-05-04 09:00')],
      days: LABOUR_DAY,
      cohorts: [short],
    });
    expect(moves).toEqual([]);
    expect(unplaced[0]).toMatchObject({
      why: { code: 'repairNoDay' },
      help: { code: 'repairHelpLater', data: { date: '2026-05-06' } },
    });
    const longer = repair(
      { sessions: [aSession('one', '2026-05-04 09:00')], days: LABOUR_DAY, cohorts: [short] },
      { daysBeyondEnd: 7 },
    );
    expect(told(longer)).toEqual([['one', '2026-05-06 09:00', 'otherDay']]);
  });

  it('names the session that is most often in the way', () => {
    const days = ['2026-05-06', '2026-05-07', '2026-05-08'];
    const busy = days.flatMap((day, at) =>
      ['09:00', '14:00'].map((time, half) =>
        aSession(`busy ${at} ${half}`, `${day} ${time}`, { cohortId: 'b', number: at * 2 + half + 1, roomId: null }),
      ),
    );
    const cohorts = [
      aCohort('a', { startsOn: '2026-05-04', endsOn: '2026-05-08' }),
      aCohort('b', { state: 'completed' }),
    ];
    const { unplaced } = repair({
      sessions: [aSession('one', '2026-05-04 09:00'), ...busy],
      days: LABOUR_DAY,
      cohorts,
    });
    expect(unplaced[0]).toMatchObject({
      why: {
        code: 'repairInstructorHasNoTime',
        data: { tried: 3, days: 3, other: expect.stringMatching(/^B #\d$/) as string },
      },
      help: { code: 'repairHelpLater' },
    });
  });

  it('of any term holds no clash, moves nothing that has begun or is held, and nothing unaffected that it does not report', () => {
    fc.assert(
      fc.property(anyTerm, fc.integer({ min: 1, max: 1000 }), (term, seed) => {
        const scope = scopeOf(term);
        const timetable = timetableOf(term);
        const affected = affectedSessions(timetable, scope);
        const proposal = proposeRepair(timetable, affected, { scope, seed, budget: 300 });
        const stands = after(term.sessions, proposal.moves);
        const moved = new Set(proposal.moves.map(({ session }) => session.id));
        const known = new Set(
          [...clashesByPairs(term.sessions, term.rooms)].filter((one) =>
            one
              .split(' ')
              .slice(1)
              .every((id) => !moved.has(id)),
          ),
        );
        expect(clashesByPairs(stands, term.rooms).filter((one) => !known.has(one))).toEqual([]);
        expect(
          overbooked(stands, term.pools).filter((one) => !overbooked(term.sessions, term.pools).includes(one)),
        ).toEqual([]);
        const hurt = new Set(affected.map(({ session }) => session.id));
        for (const { session, slot, reasons } of proposal.moves) {
          expect(
            session.startsAt > NOW &&
              !scope.fixed.has(session.id) &&
              scope.cohorts.get(session.cohortId)?.state === 'confirmed',
          ).toBe(true);
          expect(slot.startsAt).toBeGreaterThan(NOW);
          expect(timetable.calendar.dayOn(dayOf(slot.startsAt)).kind).not.toMatch(/holiday|closure/);
          expect(hurt.has(session.id) || reasons.some(({ code }) => code === 'sessionMakesWay')).toBe(true);
          expect(
            term.rooms.filter(
              ({ id, away, seats }) =>
                id === slot.roomId &&
                (seats < session.seatsNeeded ||
                  away.some((span) => span.startsAt < slot.endsAt && slot.startsAt < span.endsAt)),
            ),
          ).toEqual([]);
          for (const { instructorId, role } of slot.instructors) {
            const { away, qualifications } = term.teachers.find(({ id }) => id === instructorId)!;
            expect(away.filter((span) => span.startsAt < slot.endsAt && slot.startsAt < span.endsAt)).toEqual([]);
            if (role === 'lead')
              expect(qualifications.some(({ validUntil }) => dayOf(slot.startsAt) <= (validUntil ?? '9999'))).toBe(
                true,
              );
          }
          expect(slot.endsAt - slot.startsAt).toBe(session.endsAt - session.startsAt);
        }
        expect(
          [...proposal.moves, ...proposal.settled, ...proposal.unplaced].filter(({ session }) => hurt.has(session.id)),
        ).toHaveLength(affected.length);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same for the same seed', () => {
    fc.assert(
      fc.property(anyTerm, fc.integer({ min: 1, max: 1000 }), (term, seed) => {
        expect(told(repair(term, { seed, budget: 200 }))).toEqual(told(repair(term, { seed, budget: 200 })));
      }),
      { numRuns: 30 },
    );
  });

  it('of a term of a thousand sessions places every one that the flash affects', () => {
    const scene = repairScene(1000);
    const { affected, proposal } = runRepair(scene);
    expect(affected.length).toBeGreaterThan(100);
    expect(proposal.moves).toHaveLength(affected.length);
    expect(proposal.unplaced).toEqual([]);
  });
});
