import { offerDeadline } from '../../../src/enrolment/domain/offer-deadline.js';
import { instantOf } from '../../../src/platform/index.js';

const MARCH_2 = instantOf('2026-03-02', '09:00');
const HOUR = 3600_000;

test('a seat is offered for a day, for less when the cohort begins soon, but at least for an hour', () => {
  expect(offerDeadline(MARCH_2, MARCH_2 + 240 * HOUR) - MARCH_2).toBe(24 * HOUR);
  expect(offerDeadline(MARCH_2, MARCH_2 + 10 * HOUR) - MARCH_2).toBe(5 * HOUR);
  expect(offerDeadline(MARCH_2, MARCH_2 + HOUR) - MARCH_2).toBe(HOUR);
});

test('half of an odd time is a whole number of milliseconds', () => {
  expect(offerDeadline(MARCH_2 + 1, MARCH_2 + 10 * HOUR)).toBe(MARCH_2 + 5 * HOUR);
});
