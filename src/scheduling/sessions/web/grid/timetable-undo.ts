import { isDay, clockOf, dayOf, instantOf, looksLikeId, isClock } from '../../../../platform/index.js';
import { type SessionRow } from '../../../core/index.js';

/** The slot before a move, for the form that undoes it. */
export interface Before {
  readonly sessionId: string;
  readonly date: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly roomId: string;
  readonly instructorId: string;
  readonly replacesId: string;
  /** Sequence after the move, so that the undo never overwrites a later change. */
  readonly sequence: number;
}

/** Undo of a move, offered on the next page. */
export interface Undo extends Before {
  readonly cohort: string;
  readonly number: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly back: string;
}

interface InstructorSwap {
  readonly instructorId: string;
  readonly replacesId: string;
}

/** A short text for an address. @param sequence of the session after the move */
export function undoText(
  before: Pick<SessionRow, 'id' | 'startsAt' | 'endsAt' | 'roomId'>,
  sequence: number,
  { instructorId, replacesId }: InstructorSwap,
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

/** Parses it; `null` if invalid. */
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
