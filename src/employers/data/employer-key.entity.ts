import { Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, RefColumn, TextColumn } from '../../platform/index.js';
import type { Scope } from '../domain/scopes.js';

/** An API key of an employer's program. Only its fingerprint is stored: the key is shown once. */
@Entity('employer_key')
@Index('ux_employer_key_fingerprint', ['fingerprint'], { unique: true })
@Index('ix_employer_key_employer_id', ['employerId'])
@ForeignKey('employer', ['employerId'], ['id'])
export class EmployerKey {
  @IdColumn() id!: string;
  @RefColumn() employerId!: string;
  @TextColumn(100) name!: string;
  /** Its first characters, by which people recognize it. */
  @TextColumn(20) start!: string;
  @TextColumn(64) fingerprint!: string;
  @JsonColumn() scopes!: readonly Scope[];
  @InstantColumn() createdAt!: number;
  @TextColumn(200) createdByName!: string;
  /** Rounded to the minute. */
  @InstantColumn({ nullable: true }) lastUsedAt!: number | null;
  @InstantColumn({ nullable: true }) revokedAt!: number | null;
  @TextColumn(200, { nullable: true }) revokedByName!: string | null;
}
