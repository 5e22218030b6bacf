import { ChoiceField, DayField, TextField, WholeField } from '../../../platform/index.js';
import { POOL_KINDS, type PoolKind } from '../../core/index.js';

export class LicencePoolForm {
  @ChoiceField(POOL_KINDS) kind!: PoolKind;
  @TextField({ max: 100 }) product!: string;
  @TextField({ max: 100, optional: true }) edition!: string | null;
  @TextField({ max: 100, optional: true }) vendor!: string | null;
  @TextField({ max: 100 }) agreement!: string;
  @WholeField({ min: 1, max: 100_000 }) seats!: number;
  @DayField() validFrom!: string;
  @DayField({ optional: true }) validUntil!: string | null;
}
