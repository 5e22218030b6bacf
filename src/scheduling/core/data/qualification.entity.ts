import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { DayColumn, IdColumn, RefColumn } from '../../../platform/index.js';

/** Permission to teach a course, from one day to another, both included; null is open-ended. */
@Entity('qualification')
@Check('ck_qualification_order', '"valid_from" IS NULL OR "valid_until" IS NULL OR "valid_from" <= "valid_until"')
@ForeignKey('instructor', ['instructorId'], ['id'])
@ForeignKey('course', ['courseId'], ['id'])
@Index('ix_qualification_instructor_id', ['instructorId'])
@Index('ix_qualification_course_id', ['courseId'])
export class QualificationRow {
  @IdColumn() id!: string;
  @RefColumn() instructorId!: string;
  @RefColumn() courseId!: string;
  @DayColumn({ nullable: true }) validFrom!: string | null;
  @DayColumn({ nullable: true }) validUntil!: string | null;
}
