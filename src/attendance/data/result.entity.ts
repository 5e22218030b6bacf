import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn, TextColumn, WholeColumn } from '../../platform/index.js';

/** A recorded score. A change adds a row and closes the earlier one, which is kept. */
@Entity('result')
@Check('ck_result_score', '"score" >= 0')
@ForeignKey('assessment', ['assessmentId'], ['id'])
@ForeignKey('enrolment', ['enrolmentId'], ['id'])
@Index('ux_result_assessment_id_enrolment_id', ['assessmentId', 'enrolmentId'], {
  unique: true,
  where: '"superseded_at" IS NULL',
})
@Index('ix_result_enrolment_id', ['enrolmentId'])
export class Result {
  @IdColumn() id!: string;
  @RefColumn() assessmentId!: string;
  @RefColumn() enrolmentId!: string;
  /** Whole points, from 0 to the assessment's full score. */
  @WholeColumn() score!: number;
  @InstantColumn() recordedAt!: number;
  @TextColumn(200) recordedByName!: string;
  @InstantColumn({ nullable: true }) supersededAt!: number | null;
}
