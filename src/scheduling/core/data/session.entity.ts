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
 * One meeting of a cohort. Who teaches it, and what it holds, stand beside it:
 * `SessionInstructor`, `SessionLicence`, `SessionHold`.
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
  /** From 1 within the cohort; kept when the session moves, so that people can name it. */
  @WholeColumn() number!: number;
  @InstantColumn() startsAt!: number;
  @InstantColumn() endsAt!: number;
  @RefColumn({ nullable: true }) roomId!: string | null;
  @ChoiceColumn() state!: SessionState;
  /** Raised by every change that calendars must learn of. */
  @WholeColumn({ default: 0 }) sequence!: number;
  @InstantColumn() updatedAt!: number;
  /** The pattern that laid it out, and the slot of it that it fills: `2026-03-09 09:00`. */
  @RefColumn({ nullable: true }) patternId!: string | null;
  @TextColumn(20, { nullable: true }) patternSlot!: string | null;
  /** Why it was let stand although a rule speaks against it. */
  @TextColumn(300, { nullable: true }) overrideReason!: string | null;
  /** The holiday or closure on which it is held on purpose; it says nothing of any other day. */
  @DayColumn({ nullable: true }) meantDay!: string | null;
  @TextColumn(500, { nullable: true }) cancelledBecause!: string | null;
}
