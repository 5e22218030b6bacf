import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { JsonColumn } from '../../../platform/index.js';
import type { PrintedResult } from '../../core/index.js';

/** What the person of one item reached, where the template prints it. */
@Entity('issuance_result')
@ForeignKey('issuance_item', ['itemId'], ['id'])
export class IssuanceResult {
  @PrimaryColumn({ type: 'uuid' }) itemId!: string;
  @JsonColumn() results!: readonly PrintedResult[];
}
