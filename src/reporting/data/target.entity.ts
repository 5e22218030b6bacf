import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { ChoiceColumn, IdColumn, OneOfCheck, RefColumn, WholeColumn } from '../../platform/index.js';
import { type Outcome, OUTCOMES } from '../domain/outcomes.js';

/** How many people the programme should train, certify or place in one track and year. No row: no target. */
@Entity('target')
@OneOfCheck('target', 'kind', OUTCOMES)
@Check('ck_target_amount', '"amount" >= 0 AND "amount" <= 1000000')
@Check('ck_target_year', '"year" >= 2000 AND "year" <= 2100')
@ForeignKey('track', ['trackId'], ['id'])
@Index('ux_target_year_track_id_kind', ['year', 'trackId', 'kind'], { unique: true })
export class Target {
  @IdColumn() id!: string;
  @WholeColumn() year!: number;
  @RefColumn() trackId!: string;
  @ChoiceColumn() kind!: Outcome;
  @WholeColumn() amount!: number;
}
