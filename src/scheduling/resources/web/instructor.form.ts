import { DayField, EmailField, IdField, LongTextField, TextField, WholeField } from '../../../platform/index.js';

export class InstructorForm {
  @TextField({ max: 100 }) name!: string;
  @TextField({ max: 100, optional: true }) latinName!: string | null;
  @EmailField({ optional: true }) email!: string | null;
  @TextField({ max: 40, optional: true }) phone!: string | null;
  @EmailField({ optional: true }) accountEmail!: string | null;
  @LongTextField({ max: 2000, optional: true }) bioZh!: string | null;
  @LongTextField({ max: 2000, optional: true }) bioEn!: string | null;
  @WholeField({ min: 1, max: 24, optional: true }) mostHoursADay!: number | null;
  @WholeField({ min: 1, max: 168, optional: true }) mostHoursAWeek!: number | null;
}

export class QualificationForm {
  @IdField() courseId!: string;
  @DayField({ optional: true }) validFrom!: string | null;
  @DayField({ optional: true }) validUntil!: string | null;
}
