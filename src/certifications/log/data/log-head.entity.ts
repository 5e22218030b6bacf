import { Check, Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  TextColumn,
  WholeColumn,
} from '../../../platform/index.js';

/** The only head there is: the lock that puts entries in order. */
export const LOG_HEAD_ID = '00000000-0000-4000-8000-000000000148';
export const ONE_HEAD = `"id" = '${LOG_HEAD_ID}'`;

/** How far the log has come. It only grows; the database itself lets it do nothing else. */
@Entity('log_head')
@Check('ck_log_head_one', ONE_HEAD)
export class LogHead {
  @IdColumn() id!: string;
  @WholeColumn() size!: number;
  /** Base64, as all hashes of the log. */
  @TextColumn(44) root!: string;
  /** The hashes of the complete trees that the entries fall into, the largest first. */
  @JsonColumn() edge!: string[];
  /** The signed note for this size; `null` before the first entry. */
  @LongTextColumn({ nullable: true }) checkpoint!: string | null;
  @InstantColumn({ nullable: true }) at!: number | null;
}
