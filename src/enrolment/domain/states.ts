/** What has become of one trainee's place, or wait, in one cohort. */
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

/** Every legal move. What has no moves has ended; whoever has withdrawn enrols anew. */
export const MOVES: Readonly<Record<EnrolmentState, readonly EnrolmentState[]>> = {
  waitlisted: ['offered', 'confirmed', 'withdrawn'],
  offered: ['confirmed', 'lapsed', 'withdrawn'],
  confirmed: ['withdrawn', 'completed', 'notCompleted'],
  withdrawn: [],
  lapsed: [],
  completed: [],
  notCompleted: [],
};

/** Those that have moves. */
export const NOT_ENDED: readonly EnrolmentState[] = ENROLMENT_STATES.filter((state) => MOVES[state].length > 0);

export const BEGINNINGS: readonly EnrolmentState[] = ['confirmed', 'waitlisted'];

/** A seat is held for these, so nobody else may have it. */
export const SEATED: readonly EnrolmentState[] = ['offered', 'confirmed', 'completed', 'notCompleted'];

/** A trainee has at most one of these in a cohort. */
export const LIVE: readonly EnrolmentState[] = ['waitlisted', 'offered', 'confirmed', 'completed', 'notCompleted'];

export function canBecome(from: EnrolmentState, to: EnrolmentState): boolean {
  return MOVES[from].includes(to);
}

/** What a cohort's cancellation ends and its restoration gives back: the one way out of `withdrawn`. */
export const RESTORABLE = ['waitlisted', 'offered', 'confirmed'] as const satisfies readonly EnrolmentState[];
export type Restorable = (typeof RESTORABLE)[number];

/** How an enrolment came about. */
export const SOURCES = ['self', 'coordinator', 'import', 'transfer'] as const;
export type Source = (typeof SOURCES)[number];
