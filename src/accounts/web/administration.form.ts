import {
  ChoiceField,
  ChoicesField,
  DayField,
  EmailField,
  type AgreesWithItself,
  fault,
  type FieldFault,
  LANGUAGES,
  TextField,
} from '../../platform/index.js';
import { GIVEN_ROLES } from '../domain/administration.js';

export class InvitationForm {
  @TextField({ max: 100 }) name!: string;
  @EmailField() email!: string;
  @ChoicesField(GIVEN_ROLES) roles!: string[];
  @ChoiceField(LANGUAGES) language!: string;
}

export class RolesForm {
  @ChoicesField(GIVEN_ROLES) roles!: string[];
}

export class AcademyForm {
  @TextField({ max: 100 }) nameZh!: string;
  @TextField({ max: 100 }) nameEn!: string;
  @TextField({ max: 200, optional: true }) placeZh!: string | null;
  @TextField({ max: 200, optional: true }) placeEn!: string | null;
  @EmailField({ optional: true }) contactEmail!: string | null;
  @TextField({ max: 40, optional: true }) contactPhone!: string | null;
}

export class LogoForm {
  @TextField({ max: 200, optional: true }) logo!: string | null;
}

/** The filters of the audit trail; days are parsed as people type them. */
export class AuditFilterForm implements AgreesWithItself {
  @TextField({ max: 100, optional: true }) person!: string | null;
  @TextField({ max: 80, optional: true }) act!: string | null;
  @TextField({ max: 200, optional: true }) subject!: string | null;
  @DayField({ optional: true }) from!: string | null;
  @DayField({ optional: true }) until!: string | null;

  disagreements(): FieldFault[] {
    return this.from !== null && this.until !== null && this.until < this.from
      ? [fault('until', 'audit.until_before_from')]
      : [];
  }
}
