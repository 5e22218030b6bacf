import { Check, Entity, Exclusion, ForeignKey, Index } from 'typeorm';
import { ChoiceColumn, IdColumn, InstantColumn, OneOfCheck, RefColumn, WholeColumn } from '../../platform/index.js';
import { exclusionName, exclusionOf, SESSION_LENGTH_CHECK, SESSION_STATES, type SessionState } from './double-booking.js';

/** One meeting of a cohort. Two that are not cancelled never share a room, an instructor or a cohort: the database sees to it. */
@Entity('session')
@OneOfCheck('session', 'state', SESSION_STATES)
@Check('ck_session_length', SESSION_LENGTH_CHECK)
@Exclusion(exclusionName('room_id'), exclusionOf('room_id'))
@Exclusion(exclusionName('instructor_id'), exclusionOf('instructor_id'))
@Exclusion(exclusionName('cohort_id'), exclusionOf('cohort_id'))
@ForeignKey('cohort', ['cohortId'], ['id'])
@ForeignKey('room', ['roomId'], ['id'])
@ForeignKey('instructor', ['instructorId'], ['id'])
@Index('ux_session_cohort_id_number', ['cohortId', 'number'], { unique: true })
@Index('ix_session_starts_at', ['startsAt'])
@Index('ix_session_cohort_id_starts_at', ['cohortId', 'startsAt'])
@Index('ix_session_room_id_starts_at', ['roomId', 'startsAt'])
@Index('ix_session_instructor_id_starts_at', ['instructorId', 'startsAt'])
export class Session {
  @IdColumn() id!: string;
  @RefColumn() cohortId!: string;
  /** From 1 within the cohort; kept when the session moves, so that people can name it. */
  @WholeColumn() number!: number;
  @InstantColumn() startsAt!: number;
  @InstantColumn() endsAt!: number;
  @RefColumn({ nullable: true }) roomId!: string | null;
  @RefColumn({ nullable: true }) instructorId!: string | null;
  @ChoiceColumn() state!: SessionState;
  /** Raised by every change that calendars must learn of. */
  @WholeColumn({ default: 0 }) sequence!: number;
  @InstantColumn() updatedAt!: number;
}
