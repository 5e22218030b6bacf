import { LongTextField, TextField } from '../../platform/index.js';

export class VerificationForm {
  @TextField({ max: 200 }) number!: string;
  @TextField({ max: 100 }) name!: string;
}

export class RevocationForm {
  @LongTextField({ max: 500 }) reason!: string;
}

export class ReplacementForm {
  @TextField({ max: 100 }) name!: string;
  @TextField({ max: 100, optional: true }) latinName!: string | null;
  @LongTextField({ max: 500 }) reason!: string;
}
