import { ChoiceField, LongTextField, PastedField } from '../../../platform/index.js';
import {
  REPLACEMENT_CLASSES,
  type ReplacementClass,
  REVOCATION_CLASSES,
  type RevocationClass,
} from '../../core/index.js';

export class RevocationForm {
  @ChoiceField(REVOCATION_CLASSES) reasonClass!: RevocationClass;
  @LongTextField({ max: 500 }) reason!: string;
}

export class ReplacementForm {
  @PastedField({ max: 100 }) name!: string;
  @PastedField({ max: 100, optional: true }) latinName!: string | null;
  @ChoiceField(REPLACEMENT_CLASSES) reasonClass!: ReplacementClass;
  @LongTextField({ max: 500 }) reason!: string;
}
