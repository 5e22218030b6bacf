import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, LongTextColumn, TextColumn, WholeColumn } from '../../../platform/index.js';

/** The status list as last signed; served byte for byte. */
@Entity('status_list')
export class StatusList {
  @PrimaryColumn({ type: 'integer' }) list!: number;
  /** Number of its revoked or replaced certificates at that time; it only grows. */
  @WholeColumn() ended!: number;
  /** The key that signed it, as the proof names it. */
  @TextColumn(400) signedBy!: string;
  @InstantColumn() signedAt!: number;
  @LongTextColumn() text!: string;
}
