import { Check, Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  TextColumn,
  WholeColumn,
} from '../../../platform/index.js';

/** The only row; locking it serializes appends. */
export const LOG_HEAD_ID = '00000000-0000-4000-8000-000000000148';
export const ONE_HEAD = `"id" = '${LOG_HEAD_ID}'`;

/** Size and root of the log. It only grows; the database enforces that. */
@Entity('log_head')
@Check('ck_log_head_one', ONE_HEAD)
export class LogHead {
  @IdColumn() id!: string;
  @WholeColumn() size!: number;
  /** Base64, like all hashes of the log. */
  @TextColumn(44) root!: string;
  /** Hashes of the complete subtrees that cover the entries, largest first. */
  @JsonColumn() edge!: string[];
  /** The signed note for this size; `null` before the first entry. */
  @LongTextColumn({ nullable: true }) checkpoint!: string | null;
  @InstantColumn({ nullable: true }) at!: number | null;
}
