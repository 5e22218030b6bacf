import { Entity, ForeignKey } from 'typeorm';
import { InstantColumn, PrimaryRefColumn, PrimaryTextColumn } from '../../../platform/index.js';

/** A code that replaces the second factor once. Only a keyed hash is stored. */
@Entity('recovery_code')
@ForeignKey('account', ['accountId'], ['id'])
export class RecoveryCode {
  @PrimaryRefColumn() accountId!: string;
  @PrimaryTextColumn(64) mac!: string;
  @InstantColumn({ nullable: true }) usedAt!: number | null;
}
