import { instantOf } from '../../../../src/platform/clock.js';
import {
  mayClosePool,
  poolTermsHold,
  type PoolTerms,
} from '../../../../src/scheduling/resources/domain/licence-rules.js';
import { stateOfPool } from '../../../../src/scheduling/resources/domain/licence-term.js';
import { peakOf, peaksByWeek, seatHours } from '../../../../src/scheduling/resources/domain/pool-use.js';

const TERMS: PoolTerms = {
  product: 'Visual Studio',
  edition: 'Enterprise',
  agreement: 'MS-1',
  seats: 40,
  validFrom: '2026-01-01',
  validUntil: '2026-06-30',
};
const held = (day: string, [from, until]: readonly [string, string], seats: number, cohort = 'A') => ({
  startsAt: instantOf(day, from),
  endsAt: instantOf(day, until),
  seats,
  cohort,
  number: 1,
});
const codes = (
  to: Partial<PoolTerms>,
  ahead = [
    held('2026-05-04', ['09:00', '12:00'], 30),
    held('2026-05-04', ['11:00', '13:00'], 10, 'B'),
    held('2026-05-04', ['12:00', '14:00'], 20, 'C'),
  ],
) =>
  poolTermsHold({ to: { ...TERMS, ...to }, others: [], ahead }).map(({ code, field, data }) => [
    code,
    field,
    data['sessions'],
  ]);

test('the peak is what is held at one moment; one that begins as another ends does not add up', () => {
  const sessions = [
    held('2026-05-04', ['09:00', '12:00'], 30),
    held('2026-05-04', ['12:00', '13:00'], 20),
    held('2026-05-05', ['09:00', '12:00'], 35),
  ];
  expect(peakOf(sessions).seats).toBe(35);
  expect(peakOf([...sessions, held('2026-05-04', ['11:00', '12:30'], 10)]).seats).toBe(40);
  expect(peakOf([])).toEqual({ seats: 0, holders: [] });
  expect(seatHours(sessions)).toBe(30 * 3 + 20 + 35 * 3);
});

test('a week shows its peak in quarters of the seats', () => {
  const weeks = peaksByWeek(
    [
      held('2026-05-04', ['09:00', '12:00'], 30),
      held('2026-05-10', ['09:00', '12:00'], 41),
      held('2026-05-11', ['09:00', '12:00'], 1),
    ],
    { monday: '2026-05-04', weeks: 3, seats: 40 },
  );
  expect(weeks.map(({ seats, sessions, level }) => [seats, sessions, level])).toEqual([
    [41, 2, 4],
    [1, 1, 1],
    [0, 0, 0],
  ]);
});

test('a pool keeps the seats and the term that sessions ahead need, and names them', () => {
  expect(codes({ seats: 40 })).toEqual([]);
  expect(codes({ seats: 39 })).toEqual([['poolSeatsStillNeeded', 'seats', 'A #1, B #1']]);
  expect(codes({ validUntil: '2026-05-04' })).toEqual([]);
  expect(codes({ validUntil: '2026-05-03' })).toEqual([['poolTermStillNeeded', 'validUntil', 'A #1, B #1, C #1']]);
  expect(codes({ validFrom: '2026-05-05' })).toEqual([['poolTermStillNeeded', 'validFrom', 'A #1, B #1, C #1']]);
  expect(codes({ validUntil: null })).toEqual([]);
  expect(codes({ validUntil: '2025-12-31' }, [])).toEqual([['poolTermReversed', 'validUntil', undefined]]);
});

test('the same product and agreement cannot exist twice at a time; another agreement can', () => {
  const twice = (to: Partial<PoolTerms>) =>
    poolTermsHold({ to: { ...TERMS, ...to }, others: [TERMS], ahead: [] }).map(({ code }) => code);
  expect(twice({ validFrom: '2026-06-30', validUntil: null })).toEqual(['poolTwice']);
  expect(twice({ validFrom: '2026-07-01', validUntil: null })).toEqual([]);
  expect(twice({ agreement: 'MS-2' })).toEqual([]);
});

test('a pool closes once nothing ahead rests on it', () => {
  expect(mayClosePool([])).toBeNull();
  expect(mayClosePool([held('2026-05-04', ['09:00', '12:00'], 30)])).toMatchObject({
    code: 'poolStillNeeded',
    data: { count: 1, sessions: 'A #1' },
  });
});

test.each([
  ['2025-12-31', 'pending'],
  ['2026-01-01', 'valid'],
  ['2026-04-30', 'valid'],
  ['2026-05-01', 'soon'],
  ['2026-06-30', 'soon'],
  ['2026-07-01', 'expired'],
])('on %s a term to 30 June is %s', (today, state) =>
  expect(stateOfPool({ ...TERMS, closedAt: null }, today)).toBe(state),
);

test('a perpetual licence never ends; a closed one is closed whatever its term', () => {
  expect(stateOfPool({ ...TERMS, validUntil: null, closedAt: null }, '2090-01-01')).toBe('valid');
  expect(stateOfPool({ ...TERMS, closedAt: 1 }, '2026-02-01')).toBe('closed');
});
