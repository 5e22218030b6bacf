import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, RefColumn, TextColumn } from '../columns/columns.js';

/** Who did what to what, and when. Written in the same transaction as the action; never changed. */
@Entity('audit_entry')
@Index('ix_audit_entry_at', ['at'])
@Index('ix_audit_entry_subject_id', ['subjectId'])
@Index('ix_audit_entry_actor_id', ['actorId'])
export class AuditEntry {
  @IdColumn() id!: string;
  @InstantColumn() at!: number;
  /** `null` for visitors and the system itself. */
  @RefColumn({ nullable: true }) actorId!: string | null;
  @TextColumn(200) actorName!: string;
  @TextColumn(80) act!: string;
  @TextColumn(60) subjectType!: string;
  @TextColumn(60) subjectId!: string;
  @TextColumn(300) subjectLabel!: string;
  @JsonColumn() detail!: Record<string, unknown>;
  @TextColumn(60, { nullable: true }) requestId!: string | null;
}
