import { IdField, TextField, WholeField } from '../../../platform/index.js';

export class PlanForm {
  @TextField({ max: 200 }) title!: string;
}

const LATEST_INSTANT = 8_000_000_000_000;

/** A suggestion as shown on the page. */
export class SuggestionForm {
  @WholeField({ min: 0, max: LATEST_INSTANT }) startsAt!: number;
  @WholeField({ min: 0, max: LATEST_INSTANT }) endsAt!: number;
  @IdField({ optional: true }) roomId!: string | null;
  /** The lead instructor. */
  @IdField({ optional: true }) instructorId!: string | null;
}

export class PublicationForm {
  @TextField({ max: 300, optional: true }) overrideReason!: string | null;
}
