import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ChoiceColumn, InstantColumn, OneOfCheck, TextColumn } from '../../../platform/index.js';
import { TEACHING_ROLES, type TeachingRole } from '../domain/placed-session.js';

/** What an instructor has said to a session that was given to them. */
export const TEACHING_ANSWERS = ['open', 'confirmed', 'declined'] as const;
export type TeachingAnswer = (typeof TEACHING_ANSWERS)[number];

/** Who teaches a session, and as what. An answer holds for the time that was asked about: a move opens it again. */
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
  /** Why somebody declined, in their own words. */
  @TextColumn(300, { nullable: true }) said!: string | null;
}
