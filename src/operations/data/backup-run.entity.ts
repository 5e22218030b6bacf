import { Entity, Index } from 'typeorm';
import {
  ChoiceColumn,
  Column64,
  IdColumn,
  InstantColumn,
  LongTextColumn,
  OneOfCheck,
  WholeColumn,
} from '../../platform/index.js';

export const RUN_STATES = ['running', 'done', 'failed'] as const;
export type RunState = (typeof RUN_STATES)[number];
export const IS_RUNNING = `"state" = 'running'`;

/** One scheduled backup, successful or not. Only one runs at a time, over all processes. */
@Entity('backup_run')
@OneOfCheck('backup_run', 'state', RUN_STATES)
@Index('ux_backup_run_state', ['state'], { unique: true, where: IS_RUNNING })
@Index('ix_backup_run_started_at', ['startedAt'])
export class BackupRun {
  @IdColumn() id!: string;
  @ChoiceColumn() state!: RunState;
  @InstantColumn() startedAt!: number;
  /** The last heartbeat of the process that makes it. */
  @InstantColumn() aliveAt!: number;
  @InstantColumn({ nullable: true }) endedAt!: number | null;
  /** Absolute path. */
  @LongTextColumn() file!: string;
  /** Length of the file in bytes. */
  @Column64({ nullable: true }) bytes!: number | null;
  /** How many older ones were removed afterwards. */
  @WholeColumn({ nullable: true }) removed!: number | null;
  /** Why it failed, for the administrator. */
  @LongTextColumn({ nullable: true }) fault!: string | null;
}
