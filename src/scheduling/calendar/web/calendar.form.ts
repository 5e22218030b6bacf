import { ChoiceField, DayField, TextField, WEEKDAYS } from '../../../platform/index.js';

export class ClosureForm {
  @DayField() from!: string;
  @DayField() until!: string;
  @TextField({ max: 100 }) nameZh!: string;
  @TextField({ max: 100, optional: true }) nameEn!: string | null;
}

export class HolidayForm {
  @DayField() from!: string;
  @DayField() until!: string;
  @TextField({ max: 40 }) nameZh!: string;
  @TextField({ max: 100, optional: true }) nameEn!: string | null;
}

export class MakeUpDayForm {
  @DayField() date!: string;
  @TextField({ max: 40 }) holidayZh!: string;
  @TextField({ max: 100, optional: true }) holidayEn!: string | null;
  @ChoiceField(WEEKDAYS.map(String), { optional: true }) follows!: string | null;
}

export class FollowsForm {
  @ChoiceField(WEEKDAYS.map(String), { optional: true }) follows!: string | null;
}
