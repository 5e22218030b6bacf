import { ChoiceField, DayField, EmailField, IdField, LongTextField, TextField } from '../../platform/index.js';
import { EMPLOYER_KINDS, type EmployerKind, type Park, PARKS } from '../domain/kinds.js';

export class EmployerForm {
  @TextField({ max: 200 }) name!: string;
  @ChoiceField(EMPLOYER_KINDS) kind!: EmployerKind;
  @ChoiceField(PARKS, { optional: true }) park!: Park | null;
  @TextField({ max: 40, optional: true }) creditCode!: string | null;
  @TextField({ max: 100, optional: true }) contactName!: string | null;
  @TextField({ max: 40, optional: true }) contactPhone!: string | null;
  @EmailField({ optional: true }) contactEmail!: string | null;
  @TextField({ max: 200, optional: true }) nameEn!: string | null;
  @LongTextField({ max: 2000, optional: true }) note!: string | null;
}

export class PlacementForm {
  @IdField() traineeId!: string;
  @IdField() employerId!: string;
  @TextField({ max: 100 }) positionTitle!: string;
  @DayField() startedOn!: string;
  @IdField({ optional: true }) trackId!: string | null;
}

export class EndingForm {
  @DayField() endedOn!: string;
}
