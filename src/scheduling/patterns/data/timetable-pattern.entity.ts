import { Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, RefColumn } from '../../../platform/index.js';
import type { WeeklyPattern } from '../domain/weekly-pattern.js';

/** A pattern that generated sessions of a cohort. Each session stores the pattern and its slot. */
@Entity('timetable_pattern')
@ForeignKey('cohort', ['cohortId'], ['id'])
@Index('ix_timetable_pattern_cohort_id', ['cohortId'])
export class TimetablePattern {
  @IdColumn() id!: string;
  @RefColumn() cohortId!: string;
  @JsonColumn() definition!: WeeklyPattern;
  @InstantColumn() createdAt!: number;
  @InstantColumn() appliedAt!: number;
}
