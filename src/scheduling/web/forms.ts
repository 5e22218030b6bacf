import {
  type AgreesWithItself, ChoiceField, ChoicesField, CodeField, DayField, EmailField, type FieldFault, fault, IdField, LongTextField, readDate, TextField, TimeField, WholeField,
} from '../../platform/index.js';
import { ROOM_KINDS, type RoomKind } from '../data/room.entity.js';
import { WEEKDAYS, type Weekday } from '../domain/days.js';
import { meetingsOn, type PatternExtent, type WeeklyPattern } from '../domain/weekly-pattern.js';
import { MOST_HOURS, MOST_SESSIONS, MOST_WEEKS_APART } from '../domain/weekly-pattern-rules.js';
import { featureFaults } from './resource-forms.js';

export class PatternForm implements AgreesWithItself {
  @DayField() startDate!: string;
  @ChoicesField(WEEKDAYS.map(String)) weekdays!: string[];
  @TimeField() startTime!: string;
  @TimeField() endTime!: string;
  @WholeField({ min: 1, max: MOST_SESSIONS, optional: true }) sessions!: number | null;
  @WholeField({ min: 1, max: MOST_HOURS, optional: true }) hours!: number | null;
  @DayField({ optional: true }) lastDate!: string | null;
  @WholeField({ min: 1, max: MOST_WEEKS_APART, optional: true }) everyNWeeks!: number | null;
  @IdField({ optional: true }) roomId!: string | null;
  @IdField({ optional: true }) instructorId!: string | null;
  @LongTextField({ max: 2000, optional: true }) skipDates!: string | null;
  @LongTextField({ max: 2000, optional: true }) extraDates!: string | null;

  disagreements(): FieldFault[] {
    const given = [this.sessions, this.hours, this.lastDate].filter((one) => one !== null);
    return given.length === 1 ? [] : [fault('sessions', 'session.extent_one')];
  }
}

/** The pattern that a good form describes; days in lists are read like any typed day, and left as typed where they are none. */
export function patternOf(form: PatternForm, today: string): WeeklyPattern {
  const days = (typed: string | null) => (typed ?? '').split(/[\n,,、;;]+/).map((one) => one.trim()).filter((one) => one !== '').map((one) => readDate(one, today) ?? one);
  return {
    startDate: form.startDate,
    meetings: meetingsOn(form.weekdays.map((day) => Number(day) as Weekday), form.startTime, form.endTime),
    extent: extentOf(form),
    everyNWeeks: form.everyNWeeks ?? 1,
    skipDates: days(form.skipDates),
    extraDates: days(form.extraDates),
  };
}

function extentOf({ sessions, hours, lastDate }: PatternForm): PatternExtent {
  if (hours !== null) return { by: 'hours', hours };
  return lastDate !== null ? { by: 'date', lastDate } : { by: 'sessions', sessions: sessions ?? 0 };
}

export class SessionForm implements AgreesWithItself {
  @DayField() date!: string;
  @TimeField() startTime!: string;
  @TimeField() endTime!: string;
  @IdField({ optional: true }) roomId!: string | null;
  @IdField({ optional: true }) instructorId!: string | null;
  /** The state of the session that the page showed. */
  @WholeField({ min: 0, max: 1_000_000, optional: true }) sequence!: number | null;

  disagreements(): FieldFault[] {
    return this.endTime > this.startTime ? [] : [fault('endTime', 'session.end_after_start')];
  }
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
