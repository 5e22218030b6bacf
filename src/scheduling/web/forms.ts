import {
  type AgreesWithItself, ChoiceField, ChoicesField, CodeField, DayField, EmailField, type FieldFault, fault, FlagField, IdField, instantOf, LongTextField, TextField, TimeField, WholeField,
} from '../../platform/index.js';
import { ROOM_KINDS, type RoomKind } from '../data/room.entity.js';
import { WEEKDAYS } from '../domain/days.js';
import { ledBy, type SessionPlace, type Teaching } from '../domain/placed-session.js';
import type { CohortFacts } from '../domain/timetable-facts.js';
import { featureFaults } from './resource-forms.js';

const MOST_LICENCE_SEATS = 2000;

export class SessionForm implements AgreesWithItself {
  @DayField() date!: string;
  @TimeField() startTime!: string;
  @TimeField() endTime!: string;
  @IdField({ optional: true }) roomId!: string | null;
  /** Who leads. */
  @IdField({ optional: true }) instructorId!: string | null;
  @ChoicesField(null) assistantIds!: string[];
  @ChoicesField(null) poolIds!: string[];
  /** Of each pool; as many as the cohort takes where nothing is written. */
  @WholeField({ min: 1, max: MOST_LICENCE_SEATS, optional: true }) licenceSeats!: number | null;
  /** Why it may stand although a rule speaks against it. */
  @TextField({ max: 300, optional: true }) overrideReason!: string | null;
  /** Whether a holiday or closure is meant. */
  @FlagField() meansClosedDay!: boolean;
  /** The state of the session that the page showed. */
  @WholeField({ min: 0, max: 1_000_000, optional: true }) sequence!: number | null;

  disagreements(): FieldFault[] {
    return this.endTime > this.startTime ? [] : [fault('endTime', 'session.end_after_start')];
  }
}

/** The place that a good form describes. */
export function placeIn({ date, startTime, endTime, roomId, instructorId, assistantIds, poolIds, licenceSeats }: SessionForm, { seatsNeeded }: CohortFacts): SessionPlace {
  return {
    startsAt: instantOf(date, startTime), endsAt: instantOf(date, endTime), roomId,
    instructors: [...ledBy(instructorId), ...assistantIds.map((id): Teaching => ({ instructorId: id, role: 'assistant' }))],
    licences: poolIds.map((poolId) => ({ poolId, seats: licenceSeats ?? seatsNeeded })),
  };
}

export class CancellationForm {
  @LongTextField({ max: 500 }) reason!: string;
  @WholeField({ min: 0, max: 1_000_000, optional: true }) sequence!: number | null;
}

export class RoomForm implements AgreesWithItself {
  @CodeField({ max: 20 }) code!: string;
  @TextField({ max: 100 }) nameZh!: string;
  @TextField({ max: 100 }) nameEn!: string;
  @ChoiceField(ROOM_KINDS) kind!: RoomKind;
  @WholeField({ min: 1, max: 2000 }) seats!: number;
  @TextField({ max: 200 }) placeZh!: string;
  @TextField({ max: 200 }) placeEn!: string;
  @LongTextField({ max: 1000, optional: true }) features!: string | null;
  @WholeField({ min: 0, max: 240, optional: true }) setUpMinutes!: number | null;
  @WholeField({ min: 0, max: 240, optional: true }) clearAwayMinutes!: number | null;

  disagreements(): FieldFault[] {
    return featureFaults(this.features);
  }
}

export class InstructorForm {
  @TextField({ max: 100 }) name!: string;
  @TextField({ max: 100, optional: true }) latinName!: string | null;
  @EmailField({ optional: true }) email!: string | null;
  @TextField({ max: 40, optional: true }) phone!: string | null;
  @EmailField({ optional: true }) accountEmail!: string | null;
  @LongTextField({ max: 2000, optional: true }) bioZh!: string | null;
  @LongTextField({ max: 2000, optional: true }) bioEn!: string | null;
  @WholeField({ min: 1, max: 24, optional: true }) mostHoursADay!: number | null;
  @WholeField({ min: 1, max: 168, optional: true }) mostHoursAWeek!: number | null;
}

export class QualificationForm {
  @IdField() courseId!: string;
  @DayField({ optional: true }) validFrom!: string | null;
  @DayField({ optional: true }) validUntil!: string | null;
}

export class ClosureForm {
  @DayField() from!: string;
  @DayField() until!: string;
  @TextField({ max: 100 }) nameZh!: string;
  @TextField({ max: 100, optional: true }) nameEn!: string | null;
}

export class HolidayForm {
  @DayField() from!: string;
  @DayField() until!: string;
  @TextField({ max: 40 }) nameZh!: string;
  @TextField({ max: 100, optional: true }) nameEn!: string | null;
}

export class MakeUpDayForm {
  @DayField() date!: string;
  @TextField({ max: 40 }) holidayZh!: string;
  @TextField({ max: 100, optional: true }) holidayEn!: string | null;
  @ChoiceField(WEEKDAYS.map(String), { optional: true }) follows!: string | null;
}

export class FollowsForm {
  @ChoiceField(WEEKDAYS.map(String), { optional: true }) follows!: string | null;
}
