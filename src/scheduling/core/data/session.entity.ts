import { Check, Entity, ForeignKey, Index } from 'typeorm';
import {
  ChoiceColumn,
  DayColumn,
  IdColumn,
  InstantColumn,
  OneOfCheck,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '../../../platform/index.js';
import { SESSION_LENGTH_CHECK, SESSION_STATES, type SessionState } from './double-booking.js';

/**
 * One meeting of a cohort. Instructors, licences and holds are in `SessionInstructor`, `SessionLicence` and
 * `SessionHold`.
 */
@Entity('session')
@OneOfCheck('session', 'state', SESSION_STATES)
@Check('ck_session_length', SESSION_LENGTH_CHECK)
@ForeignKey('cohort', ['cohortId'], ['id'])
@ForeignKey('room', ['roomId'], ['id'])
@ForeignKey('timetable_pattern', ['patternId'], ['id'])
@Index('ux_session_cohort_id_number', ['cohortId', 'number'], { unique: true })
@Index('ix_session_starts_at', ['startsAt'])
@Index('ix_session_cohort_id_starts_at', ['cohortId', 'startsAt'])
@Index('ix_session_room_id_starts_at', ['roomId', 'startsAt'])
@Index('ix_session_pattern_id', ['patternId'])
export class Session {
  @IdColumn() id!: string;
  @RefColumn() cohortId!: string;
  /** From 1 within the cohort; does not change when the session moves, so that people can refer to it. */
  @WholeColumn() number!: number;
  @InstantColumn() startsAt!: number;
  @InstantColumn() endsAt!: number;
  @RefColumn({ nullable: true }) roomId!: string | null;
  @ChoiceColumn() state!: SessionState;
  /** Raised by every change that calendars must receive. */
  @WholeColumn({ default: 0 }) sequence!: number;
  @InstantColumn() updatedAt!: number;
  /** The pattern that generated it, and its slot in the pattern: `2026-03-09 09:00`. */
  @RefColumn({ nullable: true }) patternId!: string | null;
  @TextColumn(20, { nullable: true }) patternSlot!: string | null;
  /** The override reason. */
  @TextColumn(300, { nullable: true }) overrideReason!: string | null;
  /** The closed day on which it is held intentionally; no longer applies if the session moves to another day. */
  @DayColumn({ nullable: true }) meantDay!: string | null;
  @TextColumn(500, { nullable: true }) cancelledBecause!: string | null;
}
