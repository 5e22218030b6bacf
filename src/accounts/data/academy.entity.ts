import { Check, Entity, PrimaryColumn } from 'typeorm';
import { LongTextColumn, TextColumn, InstantColumn } from '../../platform/index.js';

/** The academy itself: one row, created by the first-run page. */
@Entity('academy')
@Check('ck_academy_single', '"id" = 1')
export class Academy {
  @PrimaryColumn({ type: 'integer' }) id!: number;
  @TextColumn(100) nameZh!: string;
  @TextColumn(100) nameEn!: string;
  @TextColumn(200) placeZh!: string;
  @TextColumn(200) placeEn!: string;
  @TextColumn(254, { nullable: true }) contactEmail!: string | null;
  @TextColumn(40, { nullable: true }) contactPhone!: string | null;
  /** The logo, PNG or JPEG, as base64; at most 200 KB. */
  @LongTextColumn({ nullable: true }) logo!: string | null;
  @TextColumn(20, { nullable: true }) logoType!: string | null;
  @InstantColumn() createdAt!: number;
}
