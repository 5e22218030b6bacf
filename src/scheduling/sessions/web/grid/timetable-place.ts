import {
  type AgreesWithItself,
  DayField,
  fault,
  type FieldFault,
  IdField,
  instantOf,
  pathWithin,
  TextField,
  TimeField,
  WholeField,
} from '../../../../platform/index.js';
import { slotOfRow, type SessionSlot, type SessionRow, type Teaching } from '../../../core/index.js';
import { TIMETABLE } from './timetable-selection.js';

/** The slot on which a session was dropped, by mouse or arrow keys. */
export class PlacementForm implements AgreesWithItself {
  @DayField() date!: string;
  @TimeField() startTime!: string;
  @TimeField() endTime!: string;
  @IdField({ optional: true }) roomId!: string | null;
  /** Instructor who replaces `replacesId`; equal or both empty if the instructor does not change. */
  @IdField({ optional: true }) instructorId!: string | null;
  @IdField({ optional: true }) replacesId!: string | null;
  @WholeField({ min: 0, max: 1_000_000, optional: true }) sequence!: number | null;
  /** Address of the timetable to return to. */
  @TextField({ max: 1000, optional: true }) back!: string | null;

  disagreements(): FieldFault[] {
    return this.endTime > this.startTime ? [] : [fault('endTime', 'session.end_after_start')];
  }
}

/** The slot of a drop; licences and all other instructors stay. */
export function slotInForm(
  row: SessionRow,
  { date, startTime, endTime, roomId, instructorId, replacesId }: PlacementForm,
): SessionSlot {
  return {
    ...slotOfRow(row),
    startsAt: instantOf(date, startTime),
    endsAt: instantOf(date, endTime),
    roomId,
    instructors: substituted(slotOfRow(row).instructors, instructorId, replacesId),
  };
}

function substituted(
  standing: readonly Teaching[],
  instructorId: string | null,
  replacesId: string | null,
): readonly Teaching[] {
  if (instructorId === replacesId) return standing;
  if (replacesId === null)
    return instructorId === null
      ? standing
      : [{ instructorId, role: standing.some(({ role }) => role === 'lead') ? 'assistant' : 'lead' }, ...standing];
  return standing.flatMap((one) =>
    one.instructorId !== replacesId ? one : instructorId === null ? [] : { ...one, instructorId },
  );
}

/** Accepts only addresses of the timetable, to prevent open redirects. */
export function backTo(back: string | null): string {
  const path = pathWithin(back);
  return path.startsWith(`${TIMETABLE}?`) ? path : TIMETABLE;
}
