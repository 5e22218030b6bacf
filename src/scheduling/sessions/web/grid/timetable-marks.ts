import type { SessionRow } from '../../../core/index.js';

/** What somebody who looks after the timetable wants to see of a session at once, the most urgent first. */
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

/** A mark with the key of the words that say why: the same mark may have several reasons. */
export interface Marked {
  readonly mark: Mark;
  readonly why: string;
}

export interface MarkFacts {
  readonly session: Pick<SessionRow, 'state' | 'startsAt' | 'endsAt' | 'cohortState' | 'roomId' | 'instructors'>;
  readonly isOnline: boolean;
  readonly isDoubled: boolean;
  readonly now: number;
}

/** None: a session ahead with room and instructor, confirmed, alone at its time. */
export function marksOf({ session, isOnline, isDoubled, now }: MarkFacts): Marked[] {
  if (session.state === 'cancelled') return [{ mark: 'cancelled', why: 'timetable.mark_cancelled' }];
  if (session.state === 'held') return [{ mark: 'held', why: 'timetable.mark_held' }];
  const doubled: Marked[] = isDoubled ? [{ mark: 'doubleBooked', why: 'timetable.mark_doubleBooked' }] : [];
  if (session.endsAt <= now) return [...doubled, { mark: 'unmarked', why: 'timetable.mark_unmarked' }];
  const begun: Marked[] = session.startsAt <= now ? [{ mark: 'inProgress', why: 'timetable.mark_inProgress' }] : [];
  return [...doubled, ...unstaffed(session, isOnline), ...(begun.length > 0 ? begun : unconfirmed(session))];
}

function unstaffed({ roomId, instructors }: MarkFacts['session'], isOnline: boolean): Marked[] {
  const lead = instructors.find(({ role }) => role === 'lead');
  const marked = (why: string): Marked => ({ mark: 'unstaffed', why: `timetable.why_${why}` });
  return [
    ...(lead === undefined ? [marked('noInstructor')] : lead.answer === 'declined' ? [marked('declined')] : []),
    ...(roomId === null && !isOnline ? [marked('noRoom')] : []),
  ];
}

function unconfirmed({ cohortState, instructors }: MarkFacts['session']): Marked[] {
  const marked = (why: string): Marked => ({ mark: 'unconfirmed', why: `timetable.why_${why}` });
  return [
    ...(cohortState === 'draft' || cohortState === 'tentative' ? [marked('cohortOpen')] : []),
    ...(instructors.some(({ answer }) => answer === 'open') ? [marked('answerOpen')] : []),
  ];
}

/** The mark that gives a session its look; `planned` where it has none. */
export function lookOf(marked: readonly Marked[]): Mark | 'planned' {
  return MARKS.find((mark) => marked.some((one) => one.mark === mark)) ?? 'planned';
}
