import type { CohortFacts } from '../../../src/enrolment/domain/enrolment-rules.js';
import { mayAccept, offersSeats } from '../../../src/enrolment/domain/offer-rules.js';
import { instantOf } from '../../../src/platform/index.js';

const MARCH_2 = instantOf('2026-03-02', '09:00');
const codes = (reasons: readonly { code: string }[]): string[] => reasons.map(({ code }) => code);

describe('an offered seat', () => {
  test('can be accepted until the last millisecond', () => {
    const offer = { state: 'offered' as const, expiresAt: MARCH_2 };
    expect(mayAccept({ ...offer, now: MARCH_2 - 1 })).toEqual([]);
    expect(codes(mayAccept({ ...offer, now: MARCH_2 }))).toEqual(['offerExpired']);
  });

  test('cannot be accepted from the waitlist or after it has lapsed', () => {
    expect(codes(mayAccept({ state: 'waitlisted', expiresAt: null, now: MARCH_2 }))).toEqual(['noOfferToAccept']);
    expect(codes(mayAccept({ state: 'lapsed', expiresAt: null, now: MARCH_2 }))).toEqual(['offerExpired']);
  });
});

describe('free seats', () => {
  const cohort: CohortFacts = {
    code: 'AZ-104-2026-03',
    takesPeople: true,
    windowOpensAt: MARCH_2,
    windowClosesAt: MARCH_2,
    beginsAt: instantOf('2026-03-16', '09:00'),
    endsAt: instantOf('2026-03-19', '17:00'),
  };

  test('are offered to the waitlist until the first session begins', () => {
    expect(offersSeats(cohort, cohort.beginsAt - 1)).toBe(true);
    expect(offersSeats(cohort, cohort.beginsAt)).toBe(false);
  });

  test('are not offered in a cohort that takes nobody', () => {
    expect(offersSeats({ ...cohort, takesPeople: false }, MARCH_2)).toBe(false);
  });
});
