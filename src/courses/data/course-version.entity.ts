import { Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, InstantColumn, LongTextColumn, RefColumn, TextColumn, WholeColumn } from '../../platform/index.js';

/** The contents of a course; frozen when the first cohort that uses it is published. */
@Entity('course_version')
@Index('ux_course_version_course_id_number', ['courseId', 'number'], { unique: true })
@ForeignKey('course', ['courseId'], ['id'])
export class CourseVersion {
  @IdColumn() id!: string;
  @RefColumn() courseId!: string;
  /** 1 and up. */
  @WholeColumn() number!: number;
  @TextColumn(200) titleZh!: string;
  @TextColumn(200) titleEn!: string;
  @WholeColumn() hours!: number;
  /** One outcome a line. */
  @LongTextColumn() outcomesZh!: string;
  @LongTextColumn() outcomesEn!: string;
  @LongTextColumn() syllabusZh!: string;
  @LongTextColumn() syllabusEn!: string;
  @InstantColumn({ nullable: true }) frozenAt!: number | null;
  @InstantColumn() createdAt!: number;
}
