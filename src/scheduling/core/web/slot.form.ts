import {
  type AgreesWithItself,
  IdsField,
  DayField,
  fault,
  type FieldFault,
  FlagField,
  IdField,
  instantOf,
  LongTextField,
  TextField,
  TimeField,
  WholeField,
} from '../../../platform/index.js';
import { ledBy, type SessionSlot, type Teaching } from '../domain/placed-session.js';
import type { CohortFacts } from '../domain/timetable-facts.js';

const MOST_LICENCE_SEATS = 2000;

export class SessionForm implements AgreesWithItself {
  @DayField() date!: string;
  @TimeField() startTime!: string;
  @TimeField() endTime!: string;
  @IdField({ optional: true }) roomId!: string | null;
  /** The lead instructor. */
  @IdField({ optional: true }) instructorId!: string | null;
  @IdsField() assistantIds!: string[];
  @IdsField() poolIds!: string[];
  /** Seats per pool; default: the cohort's capacity. */
  @WholeField({ min: 1, max: MOST_LICENCE_SEATS, optional: true }) licenceSeats!: number | null;
  /** The override reason. */
  @TextField({ max: 300, optional: true }) overrideReason!: string | null;
  /** Whether a closed day is intended. */
  @FlagField() meansClosedDay!: boolean;
  /** Sequence of the session as shown on the page. */
  @WholeField({ min: 0, max: 1_000_000, optional: true }) sequence!: number | null;

  disagreements(): FieldFault[] {
    return this.endTime > this.startTime ? [] : [fault('endTime', 'session.end_after_start')];
  }
}

/** The slot of a valid form. */
export function slotIn(
  { date, startTime, endTime, roomId, instructorId, assistantIds, poolIds, licenceSeats }: SessionForm,
  { seatsNeeded }: CohortFacts,
): SessionSlot {
  return {
    startsAt: instantOf(date, startTime),
    endsAt: instantOf(date, endTime),
    roomId,
    instructors: [
      ...ledBy(instructorId),
      ...assistantIds.map((id): Teaching => ({ instructorId: id, role: 'assistant' })),
    ],
    licences: poolIds.map((poolId) => ({ poolId, seats: licenceSeats ?? seatsNeeded })),
  };
}

export class CancellationForm {
  @LongTextField({ max: 500 }) reason!: string;
  @WholeField({ min: 0, max: 1_000_000, optional: true }) sequence!: number | null;
}
