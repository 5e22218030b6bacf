import {
  type AgreesWithItself,
  ChoiceField,
  CodeField,
  fault,
  type FieldFault,
  LongTextField,
  TextField,
  WholeField,
} from '../../../platform/index.js';
import { ROOM_KINDS, type RoomKind } from '../../core/index.js';

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
