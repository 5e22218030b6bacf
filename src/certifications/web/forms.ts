import { ChoiceField, LongTextField, TextField } from '../../platform/index.js';
import { REPLACEMENT_CLASSES, type ReplacementClass, REVOCATION_CLASSES, type RevocationClass } from '../domain/reason-classes.js';

export class VerificationForm {
  @TextField({ max: 200 }) number!: string;
  @TextField({ max: 100 }) name!: string;
}

/** The file itself is no field: what it says it is proves nothing. */
export class FileForm {
  @TextField({ max: 200, optional: true }) file!: string | null;
}

export class RevocationForm {
  @ChoiceField(REVOCATION_CLASSES) reasonClass!: RevocationClass;
  @LongTextField({ max: 500 }) reason!: string;
}

export class ReplacementForm {
  @TextField({ max: 100 }) name!: string;
  @TextField({ max: 100, optional: true }) latinName!: string | null;
  @ChoiceField(REPLACEMENT_CLASSES) reasonClass!: ReplacementClass;
  @LongTextField({ max: 500 }) reason!: string;
}
