import { Check, Entity, ForeignKey, Index } from 'typeorm';
import {
  ChoiceColumn,
  IdColumn,
  InstantColumn,
  OneOfCheck,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '../../platform/index.js';
import { LEVELS, type Level } from '../domain/levels.js';

/** Titles and hours repeat those of the current version, so that lists need one table. */
@Entity('course')
@Index('ux_course_code', ['code'], { unique: true })
@Index('ix_course_track_id', ['trackId'])
@Index('ix_course_achievement_id', ['achievementId'])
@OneOfCheck('course', 'level', LEVELS)
@Check('ck_course_hours', '"hours" >= 1 AND "hours" <= 2000')
@Check('ck_course_days', '"days" >= 1 AND "days" <= 400')
@ForeignKey('track', ['trackId'], ['id'])
@ForeignKey('course_version', ['currentVersionId'], ['id'])
@ForeignKey('achievement', ['achievementId'], ['id'])
export class Course {
  @IdColumn() id!: string;
  @TextColumn(40) code!: string;
  @RefColumn() trackId!: string;
  @TextColumn(200) titleZh!: string;
  @TextColumn(200) titleEn!: string;
  @TextColumn(500) summaryZh!: string;
  @TextColumn(500) summaryEn!: string;
  @ChoiceColumn() level!: Level;
  @WholeColumn() hours!: number;
  @WholeColumn() days!: number;
  @RefColumn({ nullable: true }) currentVersionId!: string | null;
  @RefColumn({ nullable: true }) achievementId!: string | null;
  @InstantColumn({ nullable: true }) retiredAt!: number | null;
  @InstantColumn() createdAt!: number;
}
