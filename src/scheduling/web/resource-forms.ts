import { type AgreesWithItself, ChoiceField, DayField, type FieldFault, daysAfter, fault, instantOf, TextField, TimeField, WholeField } from '../../platform/index.js';
import { POOL_KINDS, type PoolKind } from '../data/licence-pool.entity.js';
import type { Away } from '../domain/availability.js';

/** A closure or an absence: whole days where no time is given, one day where no last day is. */
export class AwayForm implements AgreesWithItself {
  @DayField() fromDay!: string;
  @TimeField({ optional: true }) fromTime!: string | null;
  @DayField({ optional: true }) untilDay!: string | null;
  @TimeField({ optional: true }) untilTime!: string | null;
  @TextField({ max: 200 }) reason!: string;

  disagreements(): FieldFault[] {
    const { startsAt, endsAt } = awayTyped(this);
    if (endsAt > startsAt) return [];
    return [(this.untilDay ?? this.fromDay) < this.fromDay ? fault('untilDay', 'availability.until_before_from') : fault('untilTime', 'availability.until_before_from')];
  }
}

/** The time of a good form; without a time it begins with the day and ends with it. */
export function awayTyped({ fromDay, fromTime, untilDay, untilTime, reason }: AwayForm): Away {
  const last = untilDay ?? fromDay;
  return { startsAt: instantOf(fromDay, fromTime ?? '00:00'), endsAt: untilTime === null ? instantOf(daysAfter(last, 1), '00:00') : instantOf(last, untilTime), reason };
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

/** Words a line each, or with commas between them; said twice is said once. */
export function featuresTyped(typed: string | null): string[] {
  return [...new Set((typed ?? '').split(/[\n,，、;；]+/).map((one) => one.trim()).filter((one) => one !== ''))];
}

/** What is wrong with typed features, if anything. */
export function featureFaults(typed: string | null): FieldFault[] {
  const features = featuresTyped(typed);
  const long = features.find((one) => [...one].length > LONGEST_FEATURE);
  if (long !== undefined) return [fault('features', 'room.feature_long', { found: long, max: LONGEST_FEATURE })];
  return features.length > MOST_FEATURES ? [fault('features', 'room.features_many', { max: MOST_FEATURES })] : [];
}

