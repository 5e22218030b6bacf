import {
  capacityCoversTakenSeats,
  type CohortFacts,
  type EnrolFacts,
  mayAdmit,
  mayEnrol,
  mayEnter,
  mayWithdraw,
} from '../../../src/enrolment/domain/enrolment-rules.js';
import { instantOf } from '../../../src/platform/index.js';

const MARCH_2 = instantOf('2026-03-02', '09:00');

const cohort: CohortFacts = {
  code: 'AZ-104-2026-03',
  takesPeople: true,
  windowOpensAt: instantOf('2026-02-01', '09:00'),
  windowClosesAt: instantOf('2026-03-15', '18:00'),
  beginsAt: instantOf('2026-03-16', '09:00'),
  endsAt: instantOf('2026-03-19', '17:00'),
};
const facts: EnrolFacts = {
  now: MARCH_2,
  cohort,
  byStaff: false,
  emailVerified: true,
  currentState: null,
  missingPrerequisites: [],
  ownClash: null,
};
const codes = (reasons: readonly { code: string }[]): string[] => reasons.map(({ code }) => code);

describe('who may enrol', () => {
  test('a trainee with a verified email, inside the window', () => {
    expect(mayEnrol(facts)).toEqual([]);
  });

  test.each([
    ['before the window opens', { now: cohort.windowOpensAt - 1 }, 'windowNotYetOpen'],
    ['once it has closed', { now: cohort.windowClosesAt }, 'windowClosed'],
    ['with an unverified email', { emailVerified: false }, 'emailNotVerified'],
    ['a second time', { currentState: 'waitlisted' as const }, 'alreadyEnrolled'],
    ['into a draft', { cohort: { ...cohort, takesPeople: false } }, 'cohortNotOpen'],
    ['without the prerequisites', { missingPrerequisites: ['Azure 基础'] }, 'prerequisiteMissing'],
    [
      'during a session of another cohort',
      { ownClash: { cohort: 'AI-900-2026-03', startsAt: cohort.beginsAt } },
      'ownTimetableClash',
    ],
  ])('not %s', (_, change, code) => {
    expect(codes(mayEnrol({ ...facts, ...change }))).toEqual([code]);
  });

  test('a coordinator may enrol outside the window and without an account, but not in a cohort that has ended', () => {
    const now = cohort.windowClosesAt + 3_600_000;
    expect(mayEnrol({ ...facts, byStaff: true, emailVerified: false, now })).toEqual([]);
    expect(codes(mayEnrol({ ...facts, byStaff: true, now: cohort.endsAt }))).toEqual(['cohortHasEnded']);
  });

  test('all reasons are returned at once', () => {
    expect(codes(mayEnrol({ ...facts, emailVerified: false, missingPrerequisites: ['Azure 基础'] }))).toEqual([
      'emailNotVerified',
      'prerequisiteMissing',
    ]);
  });
});

describe('who may withdraw', () => {
  test('a trainee until the first session begins, after that the coordinator', () => {
    const leaving = { now: cohort.beginsAt - 1, state: 'confirmed' as const, cohort, byStaff: false };
    expect(mayWithdraw(leaving)).toEqual([]);
    expect(codes(mayWithdraw({ ...leaving, now: cohort.beginsAt }))).toEqual(['cohortHasBegun']);
    expect(mayWithdraw({ ...leaving, now: cohort.beginsAt, byStaff: true })).toEqual([]);
  });

  test('a waitlisted trainee at any time', () => {
    expect(mayWithdraw({ now: cohort.endsAt, state: 'waitlisted', cohort, byStaff: false })).toEqual([]);
  });

  test('nobody after the enrolment has ended', () => {
    expect(codes(mayWithdraw({ now: MARCH_2, state: 'withdrawn', cohort, byStaff: true }))).toEqual([
      'enrolmentHasEnded',
    ]);
  });
});

describe('who may be given a seat out of turn', () => {
  const waiting = { ...facts, byStaff: true, currentState: 'waitlisted' as const, state: 'waitlisted' as const };

  test('somebody who waits, with an offer or without one, while a seat is free', () => {
    expect(mayAdmit({ ...waiting, seatNumber: 3 })).toEqual([]);
    expect(mayAdmit({ ...waiting, state: 'offered', seatNumber: 3 })).toEqual([]);
    expect(codes(mayAdmit({ ...waiting, seatNumber: null }))).toEqual(['noSeatFree']);
  });

  test('nobody who does not wait, whatever else speaks against it', () => {
    for (const state of ['confirmed', 'withdrawn', 'lapsed'] as const)
      expect(codes(mayAdmit({ ...waiting, state, seatNumber: null }))).toEqual(['notOnWaitlist']);
  });

  test('nobody whose timetable is no longer free, or in a cohort that takes nobody', () => {
    const ownClash = { cohort: 'AI-900-2026-03', startsAt: cohort.beginsAt };
    const closed = { ...cohort, takesPeople: false };
    expect(codes(mayAdmit({ ...waiting, ownClash, cohort: closed, seatNumber: 3 }))).toEqual([
      'cohortNotOpen',
      'ownTimetableClash',
    ]);
  });
});

describe('an attempt to enrol', () => {
  const entry = { cohortCode: cohort.code, cohort, knownTrainees: ['a-trainee'] };

  test('needs a cohort with that code, and somebody on record', () => {
    expect(mayEnter(entry)).toEqual([]);
    expect(mayEnter({ ...entry, cohort: null })).toMatchObject([
      { code: 'unknownCohort', data: { cohort: cohort.code }, field: 'cohortCode' },
    ]);
    expect(mayEnter({ ...entry, knownTrainees: [] })).toMatchObject([{ code: 'unknownTrainee', field: 'traineeId' }]);
  });
});

describe('the seats of a cohort', () => {
  test('can be as few as are taken, and no fewer', () => {
    const seats = { code: cohort.code, taken: 12 };
    expect(capacityCoversTakenSeats({ ...seats, capacity: 12 })).toBeNull();
    expect(capacityCoversTakenSeats({ ...seats, capacity: 11 })).toMatchObject({
      code: 'capacityBelowTaken',
      field: 'capacity',
    });
  });
});
