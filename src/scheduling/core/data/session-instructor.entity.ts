import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ChoiceColumn, InstantColumn, OneOfCheck, TextColumn } from '../../../platform/index.js';
import { TEACHING_ROLES, type TeachingRole } from '../domain/placed-session.js';

/** An instructor's answer to a session. */
export const TEACHING_ANSWERS = ['open', 'confirmed', 'declined'] as const;
export type TeachingAnswer = (typeof TEACHING_ANSWERS)[number];

/** An instructor of a session, with role. The answer applies to one time: a move resets it. */
@Entity('session_instructor')
@OneOfCheck('session_instructor', 'role', TEACHING_ROLES)
@OneOfCheck('session_instructor', 'answer', TEACHING_ANSWERS)
@ForeignKey('session', ['sessionId'], ['id'])
@ForeignKey('instructor', ['instructorId'], ['id'])
@Index('ux_session_instructor_session_id', ['sessionId'], { unique: true, where: `"role" = 'lead'` })
@Index('ix_session_instructor_instructor_id', ['instructorId'])
export class SessionInstructor {
  @PrimaryColumn({ type: 'uuid' }) sessionId!: string;
  @PrimaryColumn({ type: 'uuid' }) instructorId!: string;
  @ChoiceColumn() role!: TeachingRole;
  @ChoiceColumn({ default: 'open' }) answer!: TeachingAnswer;
  @InstantColumn({ nullable: true }) answeredAt!: number | null;
  /** The instructor's message when declining. */
  @TextColumn(300, { nullable: true }) said!: string | null;
}
