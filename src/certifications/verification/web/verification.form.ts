import { TextField } from '../../../platform/index.js';

export class VerificationForm {
  @TextField({ max: 200 }) number!: string;
  @TextField({ max: 100 }) name!: string;
}

/** The file itself is read separately; its name and type prove nothing. */
export class FileForm {
  @TextField({ max: 200, optional: true }) file!: string | null;
}
