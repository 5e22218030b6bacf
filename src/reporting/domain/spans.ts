import { instantOf } from '../../platform/clock.js';

/** A period of the academy's calendar, from the beginning of one day to that of another, exclusive. */
export interface Span {
  /** `2026` or `2026-03`. */
  readonly label: string;
  readonly fromDay: string;
  readonly untilDay: string;
  /** Epoch milliseconds. */
  readonly fromAt: number;
  readonly untilAt: number;
}

export function yearSpan(year: number): Span {
  return spanOf(String(year), `${year}-01-01`, `${year + 1}-01-01`);
}

/** @param month `YYYY-MM`. */
export function monthSpan(month: string): Span {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return spanOf(month, `${month}-01`, number === 12 ? `${year + 1}-01-01` : `${year}-${two(number + 1)}-01`);
}

export function monthsOf(year: number): Span[] {
  return Array.from({ length: 12 }, (_, index) => monthSpan(`${year}-${two(index + 1)}`));
}

/** From the beginning of one day in the academy's zone to that of another, exclusive. */
export function daySpan(day: string, untilDay: string): Span {
  return spanOf(day, day, untilDay);
}

function spanOf(label: string, fromDay: string, untilDay: string): Span {
  return { label, fromDay, untilDay, fromAt: instantOf(fromDay, '00:00'), untilAt: instantOf(untilDay, '00:00') };
}

const two = (number: number): string => String(number).padStart(2, '0');
