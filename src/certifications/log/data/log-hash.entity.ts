import { Entity, PrimaryColumn } from 'typeorm';
import { TextColumn } from '../../../platform/index.js';

/** Hash over `256 ** level` entries; the log's tiles consist of these. */
@Entity('log_hash')
export class LogHash {
  @PrimaryColumn({ type: 'integer' }) level!: number;
  @PrimaryColumn({ type: 'integer' }) position!: number;
  @TextColumn(44) hash!: string;
}
