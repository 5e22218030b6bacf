import { Check, Entity, ForeignKey, Index } from 'typeorm';
import {
  ChoiceColumn,
  DayColumn,
  IdColumn,
  InstantColumn,
  LongTextColumn,
  OneOfCheck,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '../../platform/index.js';
import { CANCELLABLE_STATES, COHORT_STATES, type CohortState, DELIVERIES, type Delivery } from '../domain/states.js';

/** One dated run of a course. Lock its row before giving or taking a seat. */
@Entity('cohort')
@OneOfCheck('cohort', 'state', COHORT_STATES)
@OneOfCheck('cohort', 'delivery', DELIVERIES)
@Check('ck_cohort_dates', '"ends_on" >= "starts_on"')
@Check(
  'ck_cohort_seats',
  '"capacity" >= 1 AND "capacity" <= 1000 AND "least_enrolment" >= 0 AND "least_enrolment" <= "capacity"',
)
@Check('ck_cohort_window', '"window_closes_at" > "window_opens_at"')
@Check('ck_cohort_decision', '"decision_on" <= "starts_on"')
@OneOfCheck('cohort', 'cancelled_from', CANCELLABLE_STATES)
@ForeignKey('course', ['courseId'], ['id'])
@ForeignKey('course_version', ['courseVersionId'], ['id'])
@ForeignKey('employer', ['sponsorEmployerId'], ['id'])
@ForeignKey('account', ['coordinatorAccountId'], ['id'])
@Index('ux_cohort_code', ['code'], { unique: true })
@Index('ix_cohort_course_id', ['courseId'])
@Index('ix_cohort_state_starts_on', ['state', 'startsOn'])
@Index('ix_cohort_starts_on', ['startsOn'])
export class Cohort {
  @IdColumn() id!: string;
  @TextColumn(40) code!: string;
  @RefColumn() courseId!: string;
  /** The course's current version until publication freezes it. */
  @RefColumn() courseVersionId!: string;
  @ChoiceColumn() state!: CohortState;
  @ChoiceColumn() delivery!: Delivery;
  @DayColumn() startsOn!: string;
  @DayColumn() endsOn!: string;
  @WholeColumn() capacity!: number;
  @WholeColumn() leastEnrolment!: number;
  @InstantColumn() windowOpensAt!: number;
  @InstantColumn() windowClosesAt!: number;
  @TextColumn(200, { nullable: true }) feeTextZh!: string | null;
  @TextColumn(200, { nullable: true }) feeTextEn!: string | null;
  @RefColumn({ nullable: true }) sponsorEmployerId!: string | null;
  @RefColumn({ nullable: true }) coordinatorAccountId!: string | null;
  @InstantColumn({ nullable: true }) publishedAt!: number | null;
  @InstantColumn({ nullable: true }) confirmedAt!: number | null;
  @InstantColumn({ nullable: true }) completedAt!: number | null;
  @InstantColumn({ nullable: true }) cancelledAt!: number | null;
  @LongTextColumn({ nullable: true }) cancelReason!: string | null;
  @InstantColumn() createdAt!: number;
  /** `YYYY-MM-DD` by which the academy decides whether it runs. */
  @DayColumn({ nullable: true }) decisionOn!: string | null;
  /** State before the cancellation, for its restoration. */
  @ChoiceColumn({ nullable: true }) cancelledFrom!: CohortState | null;
}
