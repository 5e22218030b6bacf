import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import {
  ChoiceColumn,
  InstantColumn,
  LongTextColumn,
  OneOfCheck,
  RefColumn,
  TextColumn,
} from '../../../platform/index.js';
import { LOG_EVENTS, type LogEventKind } from '../log/entry.js';

export const ENDS_A_CERTIFICATE = `"kind" <> 'issue'`;

/** One entry of the log, never changed or removed. At most one entry of each kind per certificate. */
@Entity('log_entry')
@OneOfCheck('log_entry', 'kind', LOG_EVENTS)
@ForeignKey('certificate', ['certificateId'], ['id'])
@Index('ix_log_entry_certificate_id', ['certificateId'], { where: ENDS_A_CERTIFICATE })
@Index('ux_log_entry_certificate_id_kind', ['certificateId', 'kind'], { unique: true })
export class LogEntry {
  /** Counted from 0, without gaps. */
  @PrimaryColumn({ type: 'integer' }) position!: number;
  @RefColumn() certificateId!: string;
  @ChoiceColumn() kind!: LogEventKind;
  @TextColumn(64) credentialHash!: string;
  @InstantColumn() at!: number;
  /** The exact text that was hashed. */
  @LongTextColumn() text!: string;
}
