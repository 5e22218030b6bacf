import { Entity, PrimaryColumn } from 'typeorm';
import { OneOfCheck, PrimaryTextColumn, TextColumn } from '../../../platform/index.js';

/**
 * Bound records other than certificates: plans of issues and batches with their items, receipts, outcomes of
 * enrolments, and the marker that binding of older records has begun.
 */
export const BOUND_KINDS = [
  'issuance',
  'issuanceItem',
  'receipt',
  'register',
  'certificateBatch',
  'certificateBatchItem',
  'outcome',
] as const;
export type BoundKind = (typeof BOUND_KINDS)[number];

@Entity('record_binding')
@OneOfCheck('record_binding', 'kind', BOUND_KINDS)
export class RecordBinding {
  @PrimaryColumn({ type: 'varchar', length: 40 }) kind!: BoundKind;
  @PrimaryTextColumn(60) id!: string;
  /** HMAC-SHA-256 over the record's columns, in hex. */
  @TextColumn(64) mac!: string;
}
