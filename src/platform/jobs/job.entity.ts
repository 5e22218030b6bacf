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

/** Long work: what there is of it and how far it has come. Its own items stand with the module whose work it is. */
@Entity('job')
@OneOfCheck('job', 'state', JOB_STATES)
@Index('ix_job_state', ['state'])
@Index('ix_job_kind_subject_id', ['kind', 'subjectId'])
export class Job {
  @IdColumn() id!: string;
  @TextColumn(60) kind!: string;
  /** What the work is about: an id or a code of the module's own. */
  @TextColumn(60) subjectId!: string;
  @ChoiceColumn() state!: JobState;
  @WholeColumn() done!: number;
  @WholeColumn() total!: number;
  /** Who began it: each step acts as this person. */
  @JsonColumn() actor!: Actor;
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) endedAt!: number | null;
  /** What stopped it, for the log's readers. */
  @LongTextColumn({ nullable: true }) fault!: string | null;
}
