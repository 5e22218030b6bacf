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
import { TIMETABLE } from './timetable-ask.js';

/** Where a session was dropped, or where the arrow keys left it. */
export class PlacementForm implements AgreesWithItself {
  @DayField() date!: string;
  @TimeField() startTime!: string;
  @TimeField() endTime!: string;
  @IdField({ optional: true }) roomId!: string | null;
  /** Who teaches it in the place of `replacesId`; the same, or both empty, where nobody changes. */
  @IdField({ optional: true }) instructorId!: string | null;
  @IdField({ optional: true }) replacesId!: string | null;
  @WholeField({ min: 0, max: 1_000_000, optional: true }) sequence!: number | null;
  /** The timetable's address to come back to. */
  @TextField({ max: 1000, optional: true }) back!: string | null;

  disagreements(): FieldFault[] {
    return this.endTime > this.startTime ? [] : [fault('endTime', 'session.end_after_start')];
  }
}

/** The place that a drop means: licences, and everybody who is not replaced, stay. */
export function slotInForm(
  row: SessionRow,
  { date, startTime, endTime, roomId, instructorId, replacesId }: PlacementForm,
): SessionSlot {
  return {
    ...slotOfRow(row),
    startsAt: instantOf(date, startTime),
    endsAt: instantOf(date, endTime),
    roomId,
    instructors: instructorsAsked(slotOfRow(row).instructors, instructorId, replacesId),
  };
}

function instructorsAsked(
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

/** Only the timetable's own pages are come back to. */
export function backTo(back: string | null): string {
  const path = pathWithin(back);
  return path.startsWith(`${TIMETABLE}?`) ? path : TIMETABLE;
}
