import {
  type AgreesWithItself,
  DayField,
  daysAfter,
  fault,
  type FieldFault,
  instantOf,
  TextField,
  TimeField,
} from '../../../platform/index.js';
import type { Away } from '../../core/index.js';

/** A closure or absence: whole days without times, a single day without a last day. */
export class AwayForm implements AgreesWithItself {
  @DayField() fromDay!: string;
  @TimeField({ optional: true }) fromTime!: string | null;
  @DayField({ optional: true }) untilDay!: string | null;
  @TimeField({ optional: true }) untilTime!: string | null;
  @TextField({ max: 200 }) reason!: string;

  disagreements(): FieldFault[] {
    const { startsAt, endsAt } = awayTyped(this);
    if (endsAt > startsAt) return [];
    return [
      (this.untilDay ?? this.fromDay) < this.fromDay
        ? fault('untilDay', 'availability.until_before_from')
        : fault('untilTime', 'availability.until_before_from'),
    ];
  }
}

/** The span of a valid form; without times it covers whole days. */
export function awayTyped({ fromDay, fromTime, untilDay, untilTime, reason }: AwayForm): Away {
  const last = untilDay ?? fromDay;
  return {
    startsAt: instantOf(fromDay, fromTime ?? '00:00'),
    endsAt: untilTime === null ? instantOf(daysAfter(last, 1), '00:00') : instantOf(last, untilTime),
    reason,
  };
}
