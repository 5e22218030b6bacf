import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { DayColumn, IdColumn, InstantColumn, RefColumn, TextColumn } from '../../platform/index.js';

/** A trainee's job with an employer; counts in the year in which it began. */
@Entity('placement')
@Index('ix_placement_trainee_id', ['traineeId'])
@Index('ix_placement_employer_id', ['employerId'])
@Index('ix_placement_started_on', ['startedOn'])
@Check('ck_placement_order', '"ended_on" IS NULL OR "ended_on" >= "started_on"')
@ForeignKey('trainee', ['traineeId'], ['id'])
@ForeignKey('employer', ['employerId'], ['id'])
@ForeignKey('track', ['trackId'], ['id'])
export class Placement {
  @IdColumn() id!: string;
  @RefColumn() traineeId!: string;
  @RefColumn() employerId!: string;
  @TextColumn(100) positionTitle!: string;
  @DayColumn() startedOn!: string;
  @InstantColumn() recordedAt!: number;
  @DayColumn({ nullable: true }) endedOn!: string | null;
  /** The track that led to it, if any. */
  @RefColumn({ nullable: true }) trackId!: string | null;
}
