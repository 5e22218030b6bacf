import { Entity, PrimaryColumn } from 'typeorm';
import { TextColumn } from '../../../platform/index.js';

/** The hash of `256 ** level` entries: what the log's tiles are cut from. */
@Entity('log_hash')
export class LogHash {
  @PrimaryColumn({ type: 'integer' }) level!: number;
  @PrimaryColumn({ type: 'integer' }) position!: number;
  @TextColumn(44) hash!: string;
}
