import { Entity, ForeignKey, Index } from 'typeorm';
import { ChoiceColumn, IdColumn, InstantColumn, OneOfCheck, RefColumn, TextColumn } from '../../platform/index.js';
import { type Mark, MARKS } from '../domain/marks.js';

/** One entry of the register. A change adds a row and closes the earlier one, which is kept. */
@Entity('attendance_mark')
@OneOfCheck('attendance_mark', 'mark', MARKS)
@ForeignKey('session', ['sessionId'], ['id'])
@ForeignKey('enrolment', ['enrolmentId'], ['id'])
@ForeignKey('account', ['markedById'], ['id'])
@Index('ux_attendance_mark_session_id_enrolment_id', ['sessionId', 'enrolmentId'], {
  unique: true,
  where: '"superseded_at" IS NULL',
})
@Index('ix_attendance_mark_enrolment_id', ['enrolmentId'])
@Index('ix_attendance_mark_session_id', ['sessionId'])
export class AttendanceMark {
  @IdColumn() id!: string;
  @RefColumn() sessionId!: string;
  @RefColumn() enrolmentId!: string;
  @ChoiceColumn() mark!: Mark;
  /** The reason for being away, if given. */
  @TextColumn(200, { nullable: true }) reason!: string | null;
  @InstantColumn() markedAt!: number;
  @TextColumn(200) markedByName!: string;
  /** `null` if the system itself marked. */
  @RefColumn({ nullable: true }) markedById!: string | null;
  @InstantColumn({ nullable: true }) supersededAt!: number | null;
}
