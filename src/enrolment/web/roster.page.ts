import type { CohortHeader } from '../../cohorts/index.js';
import { definePage, type Translator } from '../../platform/index.js';
import type { FoundTrainee, RosterRow } from '../data/roster.js';
import type { EnrolmentState } from '../domain/states.js';

export const LEFT: readonly EnrolmentState[] = ['withdrawn', 'lapsed'];

export interface RosterLine extends RosterRow {
  readonly stateWord: string;
  readonly sourceWord: string;
  /** Place in the line, from 1, while waiting. */
  readonly place: number;
}

export interface RosterPage {
  readonly header: CohortHeader;
  readonly q: string;
  /** `null` before anybody has been searched for. */
  readonly found: readonly FoundTrainee[] | null;
  readonly seated: readonly RosterLine[];
  readonly waiting: readonly RosterLine[];
  readonly left: readonly RosterLine[];
  readonly seatsFree: boolean;
  readonly isLive: boolean;
  readonly seatsText: string;
  readonly taken: number;
  readonly capacity: number;
  readonly refusals: readonly string[];
}

export const rosterPage = definePage<RosterPage>('enrolment/roster/index');

export function rowsOf(rows: readonly RosterRow[], translator: Translator): RosterLine[] {
  let place = 0;
  return rows.map((row) => ({
    ...row,
    stateWord: translator.t(`enrolment.state.${row.state}`),
    sourceWord: translator.t(`roster.source.${row.source}`),
    place: row.state === 'waitlisted' ? (place += 1) : 0,
  }));
}
