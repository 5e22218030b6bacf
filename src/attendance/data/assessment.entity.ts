import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { ChoiceColumn, IdColumn, OneOfCheck, RefColumn, TextColumn, WholeColumn } from '../../platform/index.js';
import { ASSESSMENT_KINDS, type AssessmentKind } from '../domain/marks.js';

/** One exam, practical or project of a cohort. Everybody must reach its pass score. */
@Entity('assessment')
@OneOfCheck('assessment', 'kind', ASSESSMENT_KINDS)
@Check(
  'ck_assessment_scores',
  '"full_score" >= 1 AND "full_score" <= 1000 AND "pass_score" >= 0 AND "pass_score" <= "full_score"',
)
@Check('ck_assessment_weight', '"weight" >= 0 AND "weight" <= 100')
@ForeignKey('cohort', ['cohortId'], ['id'])
@Index('ux_assessment_cohort_id_position', ['cohortId', 'position'], { unique: true })
export class Assessment {
  @IdColumn() id!: string;
  @RefColumn() cohortId!: string;
  @TextColumn(100) nameZh!: string;
  @TextColumn(100) nameEn!: string;
  @ChoiceColumn() kind!: AssessmentKind;
  /** Share of the overall score in percent; does not affect who passes. */
  @WholeColumn() weight!: number;
  @WholeColumn() passScore!: number;
  @WholeColumn() fullScore!: number;
  @WholeColumn() position!: number;
}
