import type { SessionRow } from '../../../core/index.js';

/** Marks of sessions in the timetable, most urgent first. */
export const MARKS = [
  'doubleBooked',
  'unstaffed',
  'unconfirmed',
  'inProgress',
  'unmarked',
  'held',
  'cancelled',
] as const;
export type Mark = (typeof MARKS)[number];

/** A mark with the message key of its reason: a mark can have several reasons. */
export interface MarkWithReason {
  readonly mark: Mark;
  readonly why: string;
}

export interface MarkFacts {
  readonly session: Pick<SessionRow, 'state' | 'startsAt' | 'endsAt' | 'cohortState' | 'roomId' | 'instructors'>;
  readonly isOnline: boolean;
  readonly isDoubled: boolean;
  readonly now: number;
}

/** No mark: a session ahead with room and confirmed instructor, without clash. */
export function marksOf({ session, isOnline, isDoubled, now }: MarkFacts): MarkWithReason[] {
  if (session.state === 'cancelled') return [{ mark: 'cancelled', why: 'timetable.mark_cancelled' }];
  if (session.state === 'held') return [{ mark: 'held', why: 'timetable.mark_held' }];
  const doubled: MarkWithReason[] = isDoubled ? [{ mark: 'doubleBooked', why: 'timetable.mark_doubleBooked' }] : [];
  if (session.endsAt <= now) return [...doubled, { mark: 'unmarked', why: 'timetable.mark_unmarked' }];
  const begun: MarkWithReason[] =
    session.startsAt <= now ? [{ mark: 'inProgress', why: 'timetable.mark_inProgress' }] : [];
  return [...doubled, ...unstaffed(session, isOnline), ...(begun.length > 0 ? begun : unconfirmed(session))];
}

function unstaffed({ roomId, instructors }: MarkFacts['session'], isOnline: boolean): MarkWithReason[] {
  const lead = instructors.find(({ role }) => role === 'lead');
  const marked = (why: string): MarkWithReason => ({ mark: 'unstaffed', why: `timetable.why_${why}` });
  return [
    ...(lead === undefined ? [marked('noInstructor')] : lead.answer === 'declined' ? [marked('declined')] : []),
    ...(roomId === null && !isOnline ? [marked('noRoom')] : []),
  ];
}

function unconfirmed({ cohortState, instructors }: MarkFacts['session']): MarkWithReason[] {
  const marked = (why: string): MarkWithReason => ({ mark: 'unconfirmed', why: `timetable.why_${why}` });
  return [
    ...(cohortState === 'draft' || cohortState === 'tentative' ? [marked('cohortOpen')] : []),
    ...(instructors.some(({ answer }) => answer === 'open') ? [marked('answerOpen')] : []),
  ];
}

/** The mark that styles a session; `planned` if it has none. */
export function styleOf(marked: readonly MarkWithReason[]): Mark | 'planned' {
  return MARKS.find((mark) => marked.some((one) => one.mark === mark)) ?? 'planned';
}
