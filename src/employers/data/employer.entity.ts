import { Entity, Index } from 'typeorm';
import { ChoiceColumn, IdColumn, InstantColumn, LongTextColumn, OneOfCheck, TextColumn } from '../../platform/index.js';
import { EMPLOYER_KINDS, type EmployerKind, PARKS, type Park } from '../domain/kinds.js';

/** An organization that hires trainees, sponsors cohorts or works with the academy. */
@Entity('employer')
@Index('ux_employer_name', ['name'], { unique: true })
@Index('ux_employer_credit_code', ['creditCode'], { unique: true })
@OneOfCheck('employer', 'kind', EMPLOYER_KINDS)
@OneOfCheck('employer', 'park', PARKS)
export class Employer {
  @IdColumn() id!: string;
  @TextColumn(200) name!: string;
  @TextColumn(200, { nullable: true }) nameEn!: string | null;
  /** 统一社会信用代码, 18 characters. */
  @TextColumn(18, { nullable: true }) creditCode!: string | null;
  @ChoiceColumn() kind!: EmployerKind;
  @ChoiceColumn({ nullable: true }) park!: Park | null;
  @TextColumn(100, { nullable: true }) contactName!: string | null;
  @TextColumn(254, { nullable: true }) contactEmail!: string | null;
  @TextColumn(40, { nullable: true }) contactPhone!: string | null;
  @LongTextColumn({ nullable: true }) note!: string | null;
  @InstantColumn() createdAt!: number;
}
