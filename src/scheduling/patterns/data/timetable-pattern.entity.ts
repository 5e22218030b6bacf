import { Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, RefColumn } from '../../../platform/index.js';
import type { WeeklyPattern } from '../domain/weekly-pattern.js';

/** What some of a cohort's sessions were laid out by; each of them names it and the slot it fills. */
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
