import { Check, Entity, ForeignKey, Index } from 'typeorm';
import {
  ChoiceColumn,
  DayColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  OneOfCheck,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '../../platform/index.js';
import { ACHIEVEMENT_LEVELS, type AchievementLevel, type Skill } from '../domain/achievement-design.js';

/** The contents of an achievement that certificates quote. Immutable: a change inserts the next version. */
@Entity('achievement_version')
@Index('ux_achievement_version_achievement_id_number', ['achievementId', 'number'], { unique: true })
@OneOfCheck('achievement_version', 'level', ACHIEVEMENT_LEVELS)
@Check(
  'ck_achievement_version_validity',
  `("valid_months" IS NULL OR "valid_until" IS NULL) AND ("valid_months" IS NULL OR ("valid_months" >= 1 AND "valid_months" <= 600))`,
)
@ForeignKey('achievement', ['achievementId'], ['id'])
@ForeignKey('picture', ['pictureSha256'], ['sha256'])
export class AchievementVersion {
  @IdColumn() id!: string;
  @RefColumn() achievementId!: string;
  /** 1 and up. */
  @WholeColumn() number!: number;
  @TextColumn(200) nameZh!: string;
  @TextColumn(200) nameEn!: string;
  @LongTextColumn() criteriaZh!: string;
  @LongTextColumn() criteriaEn!: string;
  @JsonColumn() skills!: readonly Skill[];
  @ChoiceColumn({ nullable: true }) level!: AchievementLevel | null;
  @TextColumn(64, { nullable: true, name: 'picture_sha256' }) pictureSha256!: string | null;
  @WholeColumn({ nullable: true }) validMonths!: number | null;
  @DayColumn({ nullable: true }) validUntil!: string | null;
  @InstantColumn() createdAt!: number;
  @TextColumn(200) createdByName!: string;
}
