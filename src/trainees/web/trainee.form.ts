import { SHORTEST_PASSWORD } from '../../accounts/index.js';
import {
  type AgreesWithItself,
  ChoiceField,
  DayField,
  EmailField,
  fault,
  type FieldFault,
  FlagField,
  LongTextField,
  PastedField,
  PasswordField,
  TextField,
} from '../../platform/index.js';
import { type Education, EDUCATIONS } from '../domain/education.js';
import type { TraineeFacts } from '../domain/facts.js';

export class SignUpForm implements AgreesWithItself {
  @PastedField({ max: 100 }) name!: string;
  @PastedField({ max: 100, optional: true }) latinName!: string | null;
  @EmailField() email!: string;
  @PasswordField({ min: SHORTEST_PASSWORD }) password!: string;
  @FlagField() consent!: boolean;

  disagreements(): FieldFault[] {
    return this.consent ? [] : [fault('consent', 'signUp.fault_consent')];
  }
}

/** What trainees may change themselves. */
export class ProfileForm {
  @PastedField({ max: 100 }) name!: string;
  @PastedField({ max: 100, optional: true }) latinName!: string | null;
  @TextField({ max: 40, optional: true }) phone!: string | null;
  @TextField({ max: 200, optional: true }) workplace!: string | null;
  @ChoiceField(EDUCATIONS, { optional: true }) education!: Education | null;
  @DayField({ optional: true }) bornOn!: string | null;
}

export class TraineeForm extends ProfileForm {
  @EmailField({ optional: true }) email!: string | null;
  @LongTextField({ max: 2000, optional: true }) note!: string | null;
  /** Required when the office enters a trainee. */
  @FlagField() consent!: boolean;
}

export function factsOf({
  name,
  latinName,
  phone,
  workplace,
  education,
  bornOn,
  email,
  note,
}: TraineeForm): TraineeFacts {
  return { name, latinName, phone, workplace, education, bornOn, email, note };
}
