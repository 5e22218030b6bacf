/** The state of a cohort by today. */
export type Fate =
  | 'certified'
  | 'completed'
  | 'ended'
  | 'running'
  | 'full'
  | 'soon'
  | 'open'
  | 'opensSoon'
  | 'draft'
  | 'cancelled'
  | 'cancelledAhead';

export interface Slot {
  readonly course: string;
  readonly fate: Fate;
  /** The preferred first day, in days from today. */
  readonly from: number;
  /** The kinds of week to try, preferred first. */
  readonly weekKinds: readonly WeekKind[];
  /** Whether the cast's trainee has a seat in it, or is first on its waitlist. */
  readonly cast: 'seat' | 'line' | null;
}

export type WeekKind = 'days' | 'weekends' | 'evenings' | 'saturday';

const PAST =
  `AZ-104T00 GEN-201 SC-900T00 OUT-110 AZ-900T00 SWD-110 PL-300T00 GEN-101 AZ-204T00 AI-900T00 AZ-500T00 SC-200T00 IPR-101 AZ-800T00 SWD-101
  DP-900T00 AZ-305T00 OUT-201 MD-102T00 PL-900T00 IPR-201 DP-300T00 AZ-900T00 DAT-101 GEN-101 AZ-104T00 MS-900T01 SC-300T00 AI-050T00 OUT-101 DP-700T00
  AZ-400T00 SC-900T00 OUT-110 AZ-801T00 GEN-201 AI-900T00 DP-100T01 IPR-210 SWD-110 AZ-700T00 PL-300T00 IPR-101 OUT-202 MS-102T00 AZ-900T00 IPR-301
  GEN-101 AZ-204T00 SWD-201 SC-200T00 DP-900T00`.split(/\s+/);
const FIRST_DAY = -402;
const LAST_DAY = -16;

/** The number of cohorts that ended so recently that their certificates are not issued yet. */
const STILL_TO_CERTIFY = 5;

/** The cast's trainee completed the second AZ-900, is in AZ-104 now and is on the waitlist of AZ-204. */
const CAST_PAST = 22;

const AHEAD: readonly (readonly [course: string, fate: Fate, from: number, ...weekKinds: WeekKind[]])[] = [
  ['AZ-104T00', 'running', -1, 'days'],
  ['DP-300T00', 'running', -3, 'evenings', 'weekends'],
  ['SWD-101', 'running', -4, 'days'],
  ['OUT-101', 'running', -2, 'weekends', 'evenings'],
  ['PL-400T00', 'running', -15, 'evenings', 'weekends'],
  ['AZ-500T00', 'running', -2, 'days', 'evenings'],
  ['DAT-101', 'running', -20, 'evenings', 'weekends'],
  ['MS-700T00', 'running', -1, 'weekends', 'evenings'],
  ['MD-102T00', 'ended', -12, 'days', 'evenings'],
  ['AZ-204T00', 'full', 13, 'days', 'evenings'],
  ['AZ-900T00', 'full', 9, 'days', 'saturday'],
  ['GEN-101', 'soon', 4, 'days', 'saturday'],
  ['SC-200T00', 'soon', 11, 'days', 'evenings'],
  ['AZ-305T00', 'open', 20, 'days', 'weekends'],
  ['DP-600T00', 'open', 33, 'evenings', 'days'],
  ['AI-900T00', 'open', 16, 'days', 'saturday'],
  ['OUT-201', 'open', 41, 'weekends', 'days'],
  ['IPR-201', 'opensSoon', 52, 'days', 'weekends'],
  ['PL-300T00', 'opensSoon', 60, 'days', 'weekends'],
  ['AZ-140T00', 'draft', 75, 'days', 'evenings'],
  ['SWD-101', 'draft', 96, 'days'],
  ['AI-050T00', 'draft', 110, 'saturday', 'days'],
  ['DP-700T00', 'draft', 128, 'evenings', 'days'],
  ['MS-700T00', 'cancelled', -260, 'days'],
  ['IPR-301', 'cancelled', -130, 'days'],
  ['PL-400T00', 'cancelled', -55, 'days'],
  ['SWD-201', 'cancelledAhead', 12, 'days'],
  ['AZ-800T00', 'cancelledAhead', 27, 'days', 'evenings'],
];
const CAST_NOW: Readonly<Record<string, Slot['cast']>> = { 'AZ-104T00': 'seat', 'AZ-204T00': 'line' };

/** Eighty runs of courses over eighteen months; current ones come first, so that they find a room. */
export const SLOTS: readonly Slot[] = [...AHEAD.map(slotAhead), ...PAST.map(slotPast)];

function slotAhead([course, fate, from, ...weekKinds]: (typeof AHEAD)[number]): Slot {
  return { course, fate, from, weekKinds, cast: CAST_NOW[course] ?? null };
}

function slotPast(course: string, at: number): Slot {
  const from = Math.round(FIRST_DAY + (at * (LAST_DAY - FIRST_DAY)) / (PAST.length - 1));
  const preferred: readonly WeekKind[] =
    at < 2 ? ['days'] : (['weekends', 'days', 'evenings'] as const).toSpliced(0, at % 3);
  const fate = at >= PAST.length - STILL_TO_CERTIFY ? 'completed' : 'certified';
  return {
    course,
    fate,
    from,
    weekKinds: [...preferred, 'days', 'saturday', 'weekends'],
    cast: at === CAST_PAST ? 'seat' : null,
  };
}
