export const ENROLMENT_STATES = [
  'waitlisted',
  'offered',
  'confirmed',
  'withdrawn',
  'lapsed',
  'completed',
  'notCompleted',
] as const;
export type EnrolmentState = (typeof ENROLMENT_STATES)[number];

/** Every legal transition. States without transitions are final: after a withdrawal a trainee enrols anew. */
export const TRANSITIONS: Readonly<Record<EnrolmentState, readonly EnrolmentState[]>> = {
  waitlisted: ['offered', 'confirmed', 'withdrawn'],
  offered: ['confirmed', 'lapsed', 'withdrawn'],
  confirmed: ['withdrawn', 'completed', 'notCompleted'],
  withdrawn: [],
  lapsed: [],
  completed: [],
  notCompleted: [],
};

export const NOT_ENDED: readonly EnrolmentState[] = ENROLMENT_STATES.filter((state) => TRANSITIONS[state].length > 0);

export const INITIAL_STATES: readonly EnrolmentState[] = ['confirmed', 'waitlisted'];

/** States that hold a seat. */
export const SEATED: readonly EnrolmentState[] = ['offered', 'confirmed', 'completed', 'notCompleted'];

/** States of those who wait for a seat, with an offer or without one. */
export const WAITING: readonly EnrolmentState[] = ['waitlisted', 'offered'];

/** A trainee has at most one enrolment in these states per cohort. */
export const LIVE: readonly EnrolmentState[] = ['waitlisted', 'offered', 'confirmed', 'completed', 'notCompleted'];

/** States of those who have left the cohort without an outcome. */
export const FORMER: readonly EnrolmentState[] = ENROLMENT_STATES.filter((state) => !LIVE.includes(state));

export function canBecome(from: EnrolmentState, to: EnrolmentState): boolean {
  return TRANSITIONS[from].includes(to);
}

/** States that a cohort's cancellation ends and its restoration brings back: the only way out of `withdrawn`. */
export const RESTORABLE = ['waitlisted', 'offered', 'confirmed'] as const satisfies readonly EnrolmentState[];
export type Restorable = (typeof RESTORABLE)[number];

export const SOURCES = ['self', 'coordinator', 'import', 'transfer'] as const;
export type Source = (typeof SOURCES)[number];
