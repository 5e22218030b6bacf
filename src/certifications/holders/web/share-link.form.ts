import { ChoiceField, LongTextField, TextField, WholeField } from '../../../platform/index.js';
import { SHARE_SCOPES, type ShareScope } from '../../core/index.js';
import { LEAST_DAYS, MOST_DAYS } from '../domain/share-link-rules.js';

export class ShareLinkForm {
  @TextField({ max: 100 }) label!: string;
  @ChoiceField(SHARE_SCOPES) scope!: ShareScope;
  @WholeField({ min: LEAST_DAYS, max: MOST_DAYS }) days!: number;
}

export class RenewalRequestForm {
  @LongTextField({ max: 500, optional: true }) note!: string | null;
}
