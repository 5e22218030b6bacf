import { ChoiceField, IdField, LongTextField, TextField, WholeField } from '../../../platform/index.js';

export class DropForm {
  @LongTextField({ max: 500 }) reason!: string;
}

export class EmailForm {
  @TextField({ max: 300 }) subject!: string;
  @LongTextField({ max: 20_000 }) body!: string;
}

export class AnswerForm {
  @ChoiceField(['confirmed', 'declined']) answer!: 'confirmed' | 'declined';
  @LongTextField({ max: 300, optional: true }) said!: string | null;
}

export class SubstituteForm {
  @IdField() instructorId!: string;
  @IdField({ optional: true }) insteadOf!: string | null;
  @WholeField({ min: 0, max: 1_000_000 }) sequence!: number;
}
