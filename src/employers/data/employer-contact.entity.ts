import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn, RefColumn } from '../../platform/index.js';

/** A contact, who acts for this employer and no other. */
@Entity('employer_contact')
@ForeignKey('account', ['accountId'], ['id'])
@Index('ix_employer_contact_employer_id', ['employerId'])
@ForeignKey('employer', ['employerId'], ['id'])
export class EmployerContact {
  @PrimaryColumn({ type: 'uuid' }) accountId!: string;
  @RefColumn() employerId!: string;
  @InstantColumn() since!: number;
}
