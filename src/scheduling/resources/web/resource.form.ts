import {
  type AgreesWithItself,
  ChoiceField,
  CodeField,
  DayField,
  daysAfter,
  EmailField,
  fault,
  type FieldFault,
  IdField,
  instantOf,
  LongTextField,
  TextField,
  TimeField,
  WholeField,
} from '../../../platform/index.js';
import { type Away, POOL_KINDS, type PoolKind, ROOM_KINDS, type RoomKind } from '../../core/index.js';

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

export class LicencePoolForm {
  @ChoiceField(POOL_KINDS) kind!: PoolKind;
  @TextField({ max: 100 }) product!: string;
  @TextField({ max: 100, optional: true }) edition!: string | null;
  @TextField({ max: 100, optional: true }) vendor!: string | null;
  @TextField({ max: 100 }) agreement!: string;
  @WholeField({ min: 1, max: 100_000 }) seats!: number;
  @DayField() validFrom!: string;
  @DayField({ optional: true }) validUntil!: string | null;
}

const MOST_FEATURES = 30;
const LONGEST_FEATURE = 20;

/** Terms, one per line or separated by commas; removes duplicates. */
export function featuresTyped(typed: string | null): string[] {
  return [
    ...new Set(
      (typed ?? '')
        .split(/[\n,，、;；]+/)
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    ),
  ];
}

/** Validation errors of typed features. */
export function featureFaults(typed: string | null): FieldFault[] {
  const features = featuresTyped(typed);
  const long = features.find((one) => [...one].length > LONGEST_FEATURE);
  if (long !== undefined) return [fault('features', 'room.feature_long', { found: long, max: LONGEST_FEATURE })];
  return features.length > MOST_FEATURES ? [fault('features', 'room.features_many', { max: MOST_FEATURES })] : [];
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
