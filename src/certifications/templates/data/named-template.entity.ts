import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import {
  ChoiceColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  OneOfCheck,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '../../../platform/index.js';
import type { Layout } from '../../core/index.js';

/** A template that the academy keeps under a name; what it says and looks like stands in its versions. */
@Entity('named_template')
@OneOfCheck('named_template', 'is_usual', ['yes', 'no'])
@Check('ck_named_template_usual', `"is_usual" = 'no' OR "retired_at" IS NULL`)
@Index('ux_named_template_name', ['name'], { unique: true })
@Index('ux_named_template_is_usual', ['isUsual'], { unique: true, where: `"is_usual" = 'yes'` })
export class NamedTemplate {
  @IdColumn() id!: string;
  @TextColumn(60) name!: string;
  /** Whether achievements that choose none take this one. */
  @ChoiceColumn() isUsual!: 'yes' | 'no';
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) retiredAt!: number | null;
}

/**
 * One version of a named template: beside the words and numbers of `certificate_template`, how its paper is laid out.
 */
@Entity('named_template_version')
@OneOfCheck('named_template_version', 'prints_results', ['yes', 'no'])
@ForeignKey('certificate_template', ['templateVersion'], ['version'])
@ForeignKey('named_template', ['namedTemplateId'], ['id'])
@Index('ux_named_template_version_named_template_id_number', ['namedTemplateId', 'number'], { unique: true })
export class NamedTemplateVersion {
  /** Counts through all templates: what certificates name. */
  @PrimaryColumn({ type: 'integer' }) templateVersion!: number;
  @RefColumn() namedTemplateId!: string;
  /** Counts within the template: what people read. */
  @WholeColumn() number!: number;
  @JsonColumn() layout!: Layout;
  @ChoiceColumn() printsResults!: 'yes' | 'no';
}

/** The template that an achievement has chosen; the usual one where it has no row. */
@Entity('achievement_template')
@ForeignKey('achievement', ['achievementId'], ['id'])
@ForeignKey('named_template', ['namedTemplateId'], ['id'])
@Index('ix_achievement_template_named_template_id', ['namedTemplateId'])
export class AchievementTemplate {
  @PrimaryColumn({ type: 'uuid' }) achievementId!: string;
  @RefColumn() namedTemplateId!: string;
}
