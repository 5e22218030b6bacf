import { Check, Entity, Index } from 'typeorm';
import {
  ChoiceColumn,
  DayColumn,
  IdColumn,
  InstantColumn,
  OneOfCheck,
  TextColumn,
  WholeColumn,
} from '../../../platform/index.js';

export const POOL_KINDS = ['software', 'cloudLab'] as const;
export type PoolKind = (typeof POOL_KINDS)[number];

/** Seats of licensed software or of a cloud lab, shared by sessions. */
@Entity('licence_pool')
@OneOfCheck('licence_pool', 'kind', POOL_KINDS)
@Check('ck_licence_pool_seats', '"seats" >= 1 AND "seats" <= 100000')
@Check('ck_licence_pool_order', '"valid_until" IS NULL OR "valid_from" <= "valid_until"')
@Index('ix_licence_pool_product', ['product'])
export class LicencePool {
  @IdColumn() id!: string;
  @ChoiceColumn() kind!: PoolKind;
  @TextColumn(100) product!: string;
  @TextColumn(100, { nullable: true }) edition!: string | null;
  @TextColumn(100, { nullable: true }) vendor!: string | null;
  /** Agreement or order number, as proof in an audit. */
  @TextColumn(100) agreement!: string;
  @WholeColumn() seats!: number;
  /** Days, both included; no end: perpetual. */
  @DayColumn() validFrom!: string;
  @DayColumn({ nullable: true }) validUntil!: string | null;
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) closedAt!: number | null;
}
