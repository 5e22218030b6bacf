import {
  type AgreesWithItself,
  type FieldFault,
  fault,
  readTime,
  TextField,
  minutesOf,
  type Weekday,
  WEEKDAYS,
  normalizeText,
} from '../../../platform/index.js';
import { type OpenSpan } from '../../core/index.js';

type DayRead =
  { readonly ok: true; readonly spans: readonly OpenSpan[] } | { readonly ok: false; readonly fault: FieldFault };

/** Bookable hours, one line per weekday: "9:00-12:00, 14:00-18:00". All empty: any time. */
export class HoursForm implements AgreesWithItself {
  @TextField({ max: 200, optional: true }) day1!: string | null;
  @TextField({ max: 200, optional: true }) day2!: string | null;
  @TextField({ max: 200, optional: true }) day3!: string | null;
  @TextField({ max: 200, optional: true }) day4!: string | null;
  @TextField({ max: 200, optional: true }) day5!: string | null;
  @TextField({ max: 200, optional: true }) day6!: string | null;
  @TextField({ max: 200, optional: true }) day7!: string | null;

  disagreements(): FieldFault[] {
    return WEEKDAYS.flatMap((weekday) => {
      const read = readDay(weekday, this[`day${weekday}`] ?? '');
      return read.ok ? [] : [read.fault];
    });
  }
}

/** The hours of a valid form. */
export function hoursTyped(form: HoursForm): OpenSpan[] {
  return WEEKDAYS.flatMap((weekday) => {
    const read = readDay(weekday, form[`day${weekday}`] ?? '');
    return read.ok ? read.spans : [];
  });
}

/** Hours as form values. */
export function typedHours(hours: readonly OpenSpan[]): Record<string, string> {
  return Object.fromEntries(
    WEEKDAYS.map((weekday) => [
      `day${weekday}`,
      spansOn(hours, weekday)
        .map(([from, until]) => `${from}-${until}`)
        .join(', '),
    ]),
  );
}

/** The spans of a weekday as clock times such as `9:00`; midnight at the end is `24:00`. */
export function spansOn(hours: readonly OpenSpan[], weekday: Weekday): [from: string, until: string][] {
  return hours
    .filter((one) => one.weekday === weekday)
    .map(({ fromMinute, untilMinute }) => [clockAt(fromMinute), clockAt(untilMinute)]);
}

function readDay(weekday: Weekday, typed: string): DayRead {
  const spans: OpenSpan[] = [];
  const wrong = (key: string, values: Record<string, string>): DayRead => ({
    ok: false,
    fault: fault(`day${weekday}`, key, values),
  });
  for (const part of normalizeText(typed, 'NFKC')
    .split(/[,;、\n]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    const [from, until, more] = part.split(/[-–—−~]+|至|到/).map((one) => minuteOf(one.trim()));
    if (from === undefined || until === undefined || from === null || until === null || more !== undefined)
      return wrong('availability.hours_unreadable', { found: part });
    if (until <= from) return wrong('availability.hours_reversed', { from: clockAt(from), until: clockAt(until) });
    const other = spans.find((one) => one.fromMinute < until && from < one.untilMinute);
    if (other)
      return wrong('availability.hours_overlap', {
        one: hoursText(other),
        other: hoursText({ fromMinute: from, untilMinute: until }),
      });
    spans.push({ weekday, fromMinute: from, untilMinute: until });
  }
  return { ok: true, spans };
}

/** A bare number is an hour: "9-12" does not mean nine minutes past midnight. */
function minuteOf(typed: string): number | null {
  if (/^24([:.]00|点)?$/.test(typed)) return 1440;
  const clock = /^\d{1,2}$/.test(typed) ? readTime(`${typed}:00`) : readTime(typed);
  return clock === null ? null : minutesOf(clock);
}

function clockAt(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

function hoursText({ fromMinute, untilMinute }: Pick<OpenSpan, 'fromMinute' | 'untilMinute'>): string {
  return `${clockAt(fromMinute)}-${clockAt(untilMinute)}`;
}
