import { offerDeadline } from '../../../src/enrolment/domain/offer-deadline.js';
import {
  type CohortFacts,
  type EnrolFacts,
  mayAccept,
  mayEnrol,
  mayWithdraw,
} from '../../../src/enrolment/domain/rules.js';
import { instantOf } from '../../../src/platform/index.js';

const MARCH_2 = instantOf('2026-03-02', '09:00');
const HOUR = 3600_000;

const cohort: CohortFacts = {
  code: 'AZ-104-2026-03',
  state: 'tentative',
  windowOpensAt: instantOf('2026-02-01', '09:00'),
  windowClosesAt: instantOf('2026-03-15', '18:00'),
  beginsAt: instantOf('2026-03-16', '09:00'),
  endsAt: instantOf('2026-03-19', '17:00'),
};
const wish: EnrolFacts = {
  now: MARCH_2,
  cohort,
  byStaff: false,
  emailVerified: true,
  present: null,
  missingPrerequisites: [],
  ownClash: null,
};
const codes = (reasons: readonly { code: string }[]): string[] => reasons.map(({ code }) => code);

describe('who may enrol', () => {
  test('a trainee with a verified e-mail, inside the window', () => {
    expect(mayEnrol(wish)).toEqual([]);
  });

  test.each([
    ['before the window opens', { now: cohort.windowOpensAt - 1 }, 'windowNotYetOpen'],
    ['from the minute that it closes', { now: cohort.windowClosesAt }, 'windowClosed'],
    ['with an e-mail that nobody has proven', { emailVerified: false }, 'emailNotVerified'],
    ['a second time', { present: 'waitlisted' as const }, 'alreadyEnrolled'],
    ['into a draft', { cohort: { ...cohort, state: 'draft' } }, 'cohortNotOpen'],
    ['without what the course needs', { missingPrerequisites: ['Azure 基础'] }, 'prerequisiteMissing'],
    [
      'while sitting in another cohort',
      { ownClash: { cohort: 'AI-900-2026-03', startsAt: cohort.beginsAt } },
      'ownTimetableClash',
    ],
  ])('not %s', (_, change, code) => {
    expect(codes(mayEnrol({ ...wish, ...change }))).toEqual([code]);
  });

  test('the coordinator enrols outside the window, for people without an account, but not into a cohort that is over', () => {
    expect(mayEnrol({ ...wish, byStaff: true, emailVerified: false, now: cohort.windowClosesAt + HOUR })).toEqual([]);
    expect(codes(mayEnrol({ ...wish, byStaff: true, now: cohort.endsAt }))).toEqual(['cohortHasEnded']);
  });

  test('all reasons are told at once', () => {
    expect(codes(mayEnrol({ ...wish, emailVerified: false, missingPrerequisites: ['Azure 基础'] }))).toEqual([
      'emailNotVerified',
      'prerequisiteMissing',
    ]);
  });
});

describe('who may leave', () => {
  test('a trainee until the first session begins, after that the coordinator', () => {
    const leaving = { now: cohort.beginsAt - 1, state: 'confirmed' as const, cohort, byStaff: false };
    expect(mayWithdraw(leaving)).toEqual([]);
    expect(codes(mayWithdraw({ ...leaving, now: cohort.beginsAt }))).toEqual(['cohortHasBegun']);
    expect(mayWithdraw({ ...leaving, now: cohort.beginsAt, byStaff: true })).toEqual([]);
  });

  test('whoever only waits may stop waiting at any time', () => {
    expect(mayWithdraw({ now: cohort.endsAt, state: 'waitlisted', cohort, byStaff: false })).toEqual([]);
  });

  test('nobody twice', () => {
    expect(codes(mayWithdraw({ now: MARCH_2, state: 'withdrawn', cohort, byStaff: true }))).toEqual([
      'enrolmentHasEnded',
    ]);
  });
});

describe('an offered seat', () => {
  test('is taken until its last millisecond', () => {
    const offer = { state: 'offered' as const, expiresAt: MARCH_2 };
    expect(mayAccept({ ...offer, now: MARCH_2 - 1 })).toEqual([]);
    expect(codes(mayAccept({ ...offer, now: MARCH_2 }))).toEqual(['offerExpired']);
  });

  test('cannot be taken by somebody who waits, and a lapsed one says so', () => {
    expect(codes(mayAccept({ state: 'waitlisted', expiresAt: null, now: MARCH_2 }))).toEqual(['noOfferToAccept']);
    expect(codes(mayAccept({ state: 'lapsed', expiresAt: null, now: MARCH_2 }))).toEqual(['offerExpired']);
  });

  test('is held for a day, for less when the cohort begins soon, never for less than an hour', () => {
    expect(offerDeadline(MARCH_2, MARCH_2 + 240 * HOUR) - MARCH_2).toBe(24 * HOUR);
    expect(offerDeadline(MARCH_2, MARCH_2 + 10 * HOUR) - MARCH_2).toBe(5 * HOUR);
    expect(offerDeadline(MARCH_2, MARCH_2 + HOUR) - MARCH_2).toBe(HOUR);
  });
});
