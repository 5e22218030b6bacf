import { Entity, Index } from 'typeorm';
import type { Actor } from '../actor.js';
import {
  ChoiceColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  OneOfCheck,
  TextColumn,
  WholeColumn,
} from '../columns/columns.js';

export const JOB_STATES = ['running', 'stopped', 'done', 'failed'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** Long work and its progress. The module that defines the work stores the individual items. */
@Entity('job')
@OneOfCheck('job', 'state', JOB_STATES)
@Index('ix_job_state', ['state'])
@Index('ix_job_kind_subject_id', ['kind', 'subjectId'])
export class Job {
  @IdColumn() id!: string;
  @TextColumn(60) kind!: string;
  /** What the work is about: an id or code of the module that defines it. */
  @TextColumn(60) subjectId!: string;
  @ChoiceColumn() state!: JobState;
  @WholeColumn() done!: number;
  @WholeColumn() total!: number;
  /** Who started it: each step acts as this person. */
  @JsonColumn() actor!: Actor;
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) endedAt!: number | null;
  /** Why it failed, for the readers of the log. */
  @LongTextColumn({ nullable: true }) fault!: string | null;
}
