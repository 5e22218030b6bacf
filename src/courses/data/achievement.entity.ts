import { Check, Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, LongTextColumn, TextColumn, WholeColumn } from '../../platform/index.js';

/**
 * Names, criteria and months repeat those of its current version, so that lists need one table.
 */
@Entity('achievement')
@Index('ux_achievement_code', ['code'], { unique: true })
@Check('ck_achievement_valid_months', '"valid_months" IS NULL OR ("valid_months" >= 1 AND "valid_months" <= 600)')
export class Achievement {
  @IdColumn() id!: string;
  @TextColumn(40) code!: string;
  @TextColumn(200) nameZh!: string;
  @TextColumn(200) nameEn!: string;
  @LongTextColumn() criteriaZh!: string;
  @LongTextColumn() criteriaEn!: string;
  /** Months from issue to expiry; `null`: it never expires. */
  @WholeColumn({ nullable: true }) validMonths!: number | null;
  /** The current version's number. */
  @WholeColumn({ default: 1 }) version!: number;
  /** From then on no further course may lead to it. */
  @InstantColumn({ nullable: true }) retiredAt!: number | null;
}
