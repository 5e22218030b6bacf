import { isDay, clockOf, dayOf, instantOf, looksLikeId, isClock } from '../../../../platform/index.js';
import { type SessionRow } from '../../../core/index.js';

/** Where a session stood before it was moved, as the form that moves it back sends it. */
export interface Before {
  readonly sessionId: string;
  readonly date: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly roomId: string;
  readonly instructorId: string;
  readonly replacesId: string;
  /** Of the session as the move left it: whoever changed it since is not overwritten. */
  readonly sequence: number;
}

/** The move that takes a move back: offered on the page that follows. */
export interface Undo extends Before {
  readonly cohort: string;
  readonly number: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly back: string;
}

interface Taught {
  readonly instructorId: string;
  readonly replacesId: string;
}

/** A short text for an address. @param sequence of the session after the move */
export function undoText(
  before: Pick<SessionRow, 'id' | 'startsAt' | 'endsAt' | 'roomId'>,
  sequence: number,
  { instructorId, replacesId }: Taught,
): string {
  return [
    before.id,
    sequence,
    dayOf(before.startsAt),
    clockOf(before.startsAt),
    clockOf(before.endsAt),
    before.roomId ?? '',
    instructorId,
    replacesId,
  ].join('~');
}

/** Reads it again; `null` where it is none. */
export function readUndo(text: unknown): Before | null {
  const [
    sessionId = '',
    sequence = '',
    date = '',
    startTime = '',
    endTime = '',
    roomId = '',
    instructorId = '',
    replacesId = '',
  ] = typeof text === 'string' ? text.split('~') : [];
  const ids = [roomId, instructorId, replacesId].every((id) => id === '' || looksLikeId(id));
  if (
    !looksLikeId(sessionId) ||
    !/^\d{1,6}$/.test(sequence) ||
    !isDay(date) ||
    !isClock(startTime) ||
    !isClock(endTime) ||
    !ids
  )
    return null;
  return { sessionId, date, startTime, endTime, roomId, instructorId, replacesId, sequence: Number(sequence) };
}

export function undoOf(before: Before, { cohort, number }: Pick<SessionRow, 'cohort' | 'number'>, back: string): Undo {
  return {
    ...before,
    cohort,
    number,
    back,
    startsAt: instantOf(before.date, before.startTime),
    endsAt: instantOf(before.date, before.endTime),
  };
}
