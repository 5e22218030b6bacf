import { ChoiceField, TextField, WholeField } from '../../platform/index.js';
import { ASSESSMENT_KINDS, type AssessmentKind } from '../domain/marks.js';

export class AssessmentForm {
  @TextField({ max: 100 }) nameZh!: string;
  @TextField({ max: 100 }) nameEn!: string;
  @ChoiceField(ASSESSMENT_KINDS) kind!: AssessmentKind;
  @WholeField({ min: 1, max: 1000 }) fullScore!: number;
  @WholeField({ min: 0, max: 1000 }) passScore!: number;
  @WholeField({ min: 0, max: 100 }) weight!: number;
}
