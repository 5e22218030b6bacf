import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { JsonColumn } from '../../../platform/index.js';
import type { PrintedResult } from '../../core/index.js';

/** Printed results of one item's person. */
@Entity('issuance_result')
@ForeignKey('issuance_item', ['itemId'], ['id'])
export class IssuanceResult {
  @PrimaryColumn({ type: 'uuid' }) itemId!: string;
  @JsonColumn() results!: readonly PrintedResult[];
}
