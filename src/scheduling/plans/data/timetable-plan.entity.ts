import { Check, Entity, ForeignKey, Index } from 'typeorm';
import {
  ChoiceColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  OneOfCheck,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '../../../platform/index.js';
import type { SessionSlot } from '../../core/index.js';

export const PLAN_ORIGINS = ['hand', 'repair', 'pattern'] as const;
export type PlanOrigin = (typeof PLAN_ORIGINS)[number];
export const PLAN_STATES = ['open', 'published', 'discarded'] as const;
export type PlanState = (typeof PLAN_STATES)[number];
export const CHANGE_KINDS = ['place', 'move', 'cancel', 'restore'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Draft changes of the timetable, published together. */
@Entity('timetable_plan')
@OneOfCheck('timetable_plan', 'origin', PLAN_ORIGINS)
@OneOfCheck('timetable_plan', 'state', PLAN_STATES)
@ForeignKey('account', ['openedBy'], ['id'])
@Index('ix_timetable_plan_state_opened_at', ['state', 'openedAt'])
export class TimetablePlan {
  @IdColumn() id!: string;
  @TextColumn(200) title!: string;
  @ChoiceColumn() origin!: PlanOrigin;
  @ChoiceColumn() state!: PlanState;
  @RefColumn({ nullable: true }) openedBy!: string | null;
  @InstantColumn() openedAt!: number;
  @InstantColumn({ nullable: true }) closedAt!: number | null;
  /** What is repaired, or which pattern is re-applied. */
  @JsonColumn({ nullable: true }) about!: Record<string, unknown> | null;
}

/** A draft change of one session. At most one per existing session. */
@Entity('planned_change')
@OneOfCheck('planned_change', 'kind', CHANGE_KINDS)
@Check('ck_planned_change_session', `("kind" = 'place') = ("session_id" IS NULL)`)
@ForeignKey('timetable_plan', ['planId'], ['id'])
@ForeignKey('cohort', ['cohortId'], ['id'])
@ForeignKey('session', ['sessionId'], ['id'])
@Index('ux_planned_change_plan_id_session_id', ['planId', 'sessionId'], {
  unique: true,
  where: '"session_id" IS NOT NULL',
})
@Index('ix_planned_change_plan_id', ['planId'])
export class PlannedChange {
  @IdColumn() id!: string;
  @RefColumn() planId!: string;
  @ChoiceColumn() kind!: ChangeKind;
  @RefColumn() cohortId!: string;
  @RefColumn({ nullable: true }) sessionId!: string | null;
  /** The session's sequence when the change was planned. */
  @WholeColumn({ nullable: true }) seenSequence!: number | null;
  /** The session's slot at that time; null for a new one. */
  @JsonColumn({ nullable: true }) seen!: SessionSlot | null;
  @JsonColumn({ nullable: true }) wanted!: SessionSlot | null;
  @TextColumn(500, { nullable: true }) reason!: string | null;
  @InstantColumn() changedAt!: number;
}
