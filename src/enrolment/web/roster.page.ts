import type { CohortHeader } from '../../cohorts/index.js';
import { definePage, type Translator } from '../../platform/index.js';
import type { TraineeMatch, RosterRow } from '../data/roster.js';

export interface RosterLine extends RosterRow {
  readonly stateWord: string;
  readonly sourceWord: string;
  /** Position on the waitlist, from 1; 0 for others. */
  readonly position: number;
}

export interface RosterPage {
  readonly header: CohortHeader;
  readonly q: string;
  /** `null` before a search. */
  readonly matches: readonly TraineeMatch[] | null;
  readonly seated: readonly RosterLine[];
  readonly waiting: readonly RosterLine[];
  readonly former: readonly RosterLine[];
  readonly seatsFree: boolean;
  readonly isLive: boolean;
  readonly seatsText: string;
  readonly taken: number;
  readonly capacity: number;
  readonly refusals: readonly string[];
}

export const rosterPage = definePage<RosterPage>('enrolment/roster/index');

export function rosterLines(rows: readonly RosterRow[], translator: Translator): RosterLine[] {
  let position = 0;
  return rows.map((row) => ({
    ...row,
    stateWord: translator.t(`enrolment.state.${row.state}`),
    sourceWord: translator.t(`roster.source.${row.source}`),
    position: row.state === 'waitlisted' ? (position += 1) : 0,
  }));
}
