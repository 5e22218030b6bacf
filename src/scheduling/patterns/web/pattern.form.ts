import {
  type AgreesWithItself,
  ChoicesField,
  DayField,
  type FieldFault,
  fault,
  IdField,
  LongTextField,
  readDate,
  TimeField,
  WholeField,
  type Weekday,
  WEEKDAYS,
} from '../../../platform/index.js';
import { ledBy, type Teaching } from '../../core/index.js';
import { endsAfterItStarts, MOST_HOURS, MOST_SESSIONS, MOST_WEEKS_APART } from '../domain/weekly-pattern-rules.js';
import {
  meetingsOn,
  type PatternBreak,
  type PatternExtent,
  type WeeklyMeeting,
  type WeeklyPattern,
} from '../domain/weekly-pattern.js';

const DAYS = WEEKDAYS.map(String);

/**
 * Lecture and practice may meet on different days in different rooms: up to three parts, the second and third optional.
 */
export class PatternForm implements AgreesWithItself {
  @DayField() startDate!: string;
  @WholeField({ min: 1, max: MOST_WEEKS_APART, optional: true }) everyNWeeks!: number | null;
  @ChoicesField(DAYS) weekdays!: string[];
  @TimeField() startTime!: string;
  @TimeField() endTime!: string;
  @IdField({ optional: true }) roomId!: string | null;
  @IdField({ optional: true }) instructorId!: string | null;
  @IdField({ optional: true }) assistantId!: string | null;
  @IdField({ optional: true }) poolId!: string | null;

  @ChoicesField(DAYS) weekdays2!: string[];
  @TimeField({ optional: true }) startTime2!: string | null;
  @TimeField({ optional: true }) endTime2!: string | null;
  @IdField({ optional: true }) roomId2!: string | null;
  @IdField({ optional: true }) instructorId2!: string | null;
  @IdField({ optional: true }) assistantId2!: string | null;
  @IdField({ optional: true }) poolId2!: string | null;

  @ChoicesField(DAYS) weekdays3!: string[];
  @TimeField({ optional: true }) startTime3!: string | null;
  @TimeField({ optional: true }) endTime3!: string | null;
  @IdField({ optional: true }) roomId3!: string | null;
  @IdField({ optional: true }) instructorId3!: string | null;
  @IdField({ optional: true }) assistantId3!: string | null;
  @IdField({ optional: true }) poolId3!: string | null;

  @WholeField({ min: 1, max: MOST_SESSIONS, optional: true }) sessions!: number | null;
  @WholeField({ min: 1, max: MOST_HOURS, optional: true }) hours!: number | null;
  @DayField({ optional: true }) lastDate!: string | null;
  @LongTextField({ max: 2000, optional: true }) skipDates!: string | null;
  @LongTextField({ max: 2000, optional: true }) breaks!: string | null;
  @LongTextField({ max: 2000, optional: true }) extraDates!: string | null;

  disagreements(): FieldFault[] {
    const given = [this.sessions, this.hours, this.lastDate].filter((one) => one !== null);
    return [
      ...(given.length === 1 ? [] : [fault('sessions', 'session.extent_one')]),
      ...partsOf(this).flatMap(partFaults),
    ];
  }
}

/** A part in use needs days and both times. The pattern's own rules check the times of the first part. */
function partFaults(part: PatternPart): FieldFault[] {
  const { suffix, weekdays, startTime, endTime } = part;
  if (suffix === '') return [];
  if (weekdays.length === 0 && startTime === null && endTime === null)
    return CHOICES.filter((name) => part[name] !== null).map((name) => fault(name + suffix, 'session.part_choice'));
  const order = startTime !== null && endTime !== null ? endsAfterItStarts({ startTime, endTime }) : null;
  return [
    ...(weekdays.length === 0 ? [fault(`weekdays${suffix}`, 'session.part_days')] : []),
    ...(startTime === null ? [fault(`startTime${suffix}`, 'session.part_time')] : []),
    ...(endTime === null ? [fault(`endTime${suffix}`, 'session.part_time')] : []),
    ...(order === null ? [] : [fault(`endTime${suffix}`, `refusal.${order.code}`, order.data)]),
  ];
}

const CHOICES = ['roomId', 'instructorId', 'assistantId', 'poolId'] as const;

interface PatternPart {
  readonly suffix: '' | '2' | '3';
  readonly weekdays: readonly string[];
  readonly startTime: string | null;
  readonly endTime: string | null;
  readonly roomId: string | null;
  readonly instructorId: string | null;
  readonly assistantId: string | null;
  readonly poolId: string | null;
}

export const PART_SUFFIXES = ['', '2', '3'] as const;

function partsOf(form: PatternForm): PatternPart[] {
  return PART_SUFFIXES.map((suffix) => ({
    suffix,
    weekdays: form[`weekdays${suffix}`],
    startTime: form[`startTime${suffix}`],
    endTime: form[`endTime${suffix}`],
    roomId: form[`roomId${suffix}`],
    instructorId: form[`instructorId${suffix}`],
    assistantId: form[`assistantId${suffix}`],
    poolId: form[`poolId${suffix}`],
  }));
}

/** The pattern of a valid form. Days in lists are parsed like other typed days; unreadable ones are kept as typed. */
export function patternOf(
  form: PatternForm,
  { today, seatsNeeded }: { readonly today: string; readonly seatsNeeded: number },
): WeeklyPattern {
  const day = (typed: string) => readDate(typed, today) ?? typed;
  return {
    startDate: form.startDate,
    everyNWeeks: form.everyNWeeks ?? 1,
    extent: extentOf(form),
    meetings: partsOf(form).flatMap((part) => meetingsOfPart(part, seatsNeeded)),
    skipDates: listed(form.skipDates).map(day),
    extraDates: listed(form.extraDates).map(day),
    breaks: listed(form.breaks).map((typed) => breakOf(typed, day)),
  };
}

function meetingsOfPart(
  { weekdays, startTime, endTime, roomId, instructorId, assistantId, poolId }: PatternPart,
  seatsNeeded: number,
): WeeklyMeeting[] {
  if (startTime === null || endTime === null) return [];
  const assistants: Teaching[] = assistantId === null ? [] : [{ instructorId: assistantId, role: 'assistant' }];
  return meetingsOn(
    weekdays.map((day) => Number(day) as Weekday),
    { startTime, endTime },
    {
      roomId,
      instructors: [...ledBy(instructorId), ...assistants],
      licences: poolId === null ? [] : [{ poolId, seats: seatsNeeded }],
    },
  );
}

function listed(typed: string | null): string[] {
  return (typed ?? '')
    .split(/[\n,，、；;]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** "7月1日至7月15日", "2026-7-1 – 2026-7-15", or a single day. */
function breakOf(typed: string, day: (typed: string) => string): PatternBreak {
  const [from = '', until = from] = typed
    .split(/至|到|–|—|~|～|\bto\b|\s-\s/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return { from: day(from), until: day(until) };
}

/** Breaks as text for the form. */
export function breaksText(breaks: readonly PatternBreak[]): string {
  return breaks.map(({ from, until }) => (from === until ? from : `${from} – ${until}`)).join('\n');
}

function extentOf({ sessions, hours, lastDate }: PatternForm): PatternExtent {
  if (hours !== null) return { by: 'hours', hours };
  return lastDate !== null ? { by: 'date', lastDate } : { by: 'sessions', sessions: sessions ?? 0 };
}
