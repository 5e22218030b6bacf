import { PastedField, TextField } from '../../../platform/index.js';
import { LONGEST_QUESTION } from '../domain/verification-list.js';

export class VerificationForm {
  @PastedField({ max: LONGEST_QUESTION }) number!: string;
  @PastedField({ max: LONGEST_QUESTION }) name!: string;
}

/** The file itself is read separately; its name and type prove nothing. */
export class FileForm {
  @TextField({ max: 200, optional: true }) file!: string | null;
}
