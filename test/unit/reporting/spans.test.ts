import { instantOf } from '../../../src/platform/clock.js';
import {
  monthParameter,
  programmeYears,
  yearParameter,
  yearOf,
  yearsToPlan,
} from '../../../src/reporting/domain/programme.js';
import { monthsOf, monthSpan, yearSpan } from '../../../src/reporting/domain/spans.js';

describe('years and months of the output', () => {
  it('change at midnight in Jinan', () => {
    const { fromAt, untilAt } = yearSpan(2026);
    expect(new Date(fromAt).toISOString()).toBe('2025-12-31T16:00:00.000Z');
    expect(new Date(untilAt).toISOString()).toBe('2026-12-31T16:00:00.000Z');
    expect(yearOf(fromAt)).toBe(2026);
    expect(yearOf(fromAt - 1)).toBe(2025);
  });

  it('cover every moment exactly once', () => {
    const months = monthsOf(2028);
    months.slice(1).forEach((month, index) => expect(month.fromAt).toBe(months[index]?.untilAt));
    expect(months[0]?.fromAt).toBe(yearSpan(2028).fromAt);
    expect(months[11]?.untilAt).toBe(yearSpan(2028).untilAt);
    expect(monthSpan('2028-02').untilDay).toBe('2028-03-01');
    expect(monthSpan('2028-02').untilAt).toBe(instantOf('2028-02-29', '00:00') + 24 * 3600_000);
  });

  it('are read from an address only if they are plausible', () => {
    expect([
      yearParameter('2026'),
      yearParameter('26'),
      yearParameter('1999'),
      yearParameter(['2026']),
      yearParameter(undefined),
    ]).toEqual([2026, null, null, null, null]);
    expect([
      monthParameter('2026-03'),
      monthParameter('2026-13'),
      monthParameter('2026-3'),
      monthParameter('2101-01'),
    ]).toEqual(['2026-03', null, null, null]);
  });

  it('are those of the programme: the latest three with targets, else this one and the two before', () => {
    expect(programmeYears([2023, 2024, 2025, 2026], 2026)).toEqual([2024, 2025, 2026]);
    expect(programmeYears([], 2026)).toEqual([2024, 2025, 2026]);
    expect(yearsToPlan([], 2026, null)).toEqual([2026, 2027, 2028]);
    expect(yearsToPlan([2025, 2026, 2027], 2026, null)).toEqual([2025, 2026, 2027]);
    expect(yearsToPlan([2025], 2026, 2030)).toEqual([2030, 2031, 2032]);
    expect(yearsToPlan([], 2026, 2100)).toEqual([2098, 2099, 2100]);
  });
});
