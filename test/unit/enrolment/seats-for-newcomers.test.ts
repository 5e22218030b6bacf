import { seatsForNewcomers } from '../../../src/enrolment/domain/seats-for-newcomers.js';

describe('a newcomer to a cohort', () => {
  test('gets a seat while one is free', () => {
    expect(seatsForNewcomers({ free: 3, waiting: 0 })).toBe(3);
    expect(seatsForNewcomers({ free: 0, waiting: 0 })).toBe(0);
  });

  test('gets none while anybody is on the waitlist, although a seat is free', () => {
    expect(seatsForNewcomers({ free: 3, waiting: 1 })).toBe(0);
  });

  test('gets none where more seats are taken than the cohort has', () => {
    expect(seatsForNewcomers({ free: -1, waiting: 0 })).toBe(0);
  });
});
