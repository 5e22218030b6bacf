import { dayOf } from '../../platform/clock.js';

/** A programme lasts three years. */
export const PROGRAMME_YEARS = 3;
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2100;

/** The years of the programme: the latest three with targets, or this year and the two before it. */
export function programmeYears(yearsWithTargets: readonly number[], thisYear: number): number[] {
  const years = [...new Set(yearsWithTargets)].sort((a, b) => a - b).slice(-PROGRAMME_YEARS);
  return years.length > 0 ? years : consecutive(thisYear - PROGRAMME_YEARS + 1);
}

/** The years in the targets form: from the requested one; else the programme's own; else this year and the next two. */
export function yearsToPlan(yearsWithTargets: readonly number[], thisYear: number, requested: number | null): number[] {
  if (requested !== null)
    return consecutive(Math.min(Math.max(requested, FIRST_YEAR), LAST_YEAR - PROGRAMME_YEARS + 1));
  const first = programmeYears(yearsWithTargets, thisYear)[0] ?? thisYear;
  return consecutive(yearsWithTargets.length > 0 ? first : thisYear);
}

/** The year in an address, or `null`. */
export function yearParameter(typed: unknown): number | null {
  const year = typeof typed === 'string' && /^\d{4}$/.test(typed) ? Number(typed) : null;
  return year !== null && year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

/** The month in an address, `YYYY-MM`, or `null`. */
export function monthParameter(typed: unknown): string | null {
  return typeof typed === 'string' &&
    /^2\d{3}-(0[1-9]|1[0-2])$/.test(typed) &&
    yearParameter(typed.slice(0, 4)) !== null
    ? typed
    : null;
}

function consecutive(first: number): number[] {
  return Array.from({ length: PROGRAMME_YEARS }, (_, index) => first + index);
}

/** The year of an instant in the academy's zone. */
export function yearOf(instant: number): number {
  return Number(dayOf(instant).slice(0, 4));
}
