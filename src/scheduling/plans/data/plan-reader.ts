import { Injectable } from '@nestjs/common';
import { type QueryFunction, Clock, dayOf, daysAfter, instantOf, ReadDatabase } from '../../../platform/index.js';
import {
  changeFacts,
  type ChangeInHand,
  type Suggestion,
  suggestionsFor,
  judgeChanges,
  type JudgedChange,
  type SessionSlot,
  type Timetable,
  timetableIn,
} from '../../core/index.js';
import { changeOf } from '../domain/planned-change.js';
import { type PlannedRow, type PlanRow, planById, plannedRows, planFilter, type PlanFilter } from './plan-queries.js';

/** A planned change, checked together with all others. */
export interface DifferenceLine {
  readonly row: PlannedRow;
  readonly judged: JudgedChange;
}

export interface Difference {
  readonly lines: readonly DifferenceLine[];
  /** The weeks that the plan touches, with its changes applied. */
  readonly timetable: Timetable;
}

/** Days searched around a session for suggestions, plus a week because of weekly hour limits. */
const DAYS_AROUND = 28;

/** Reads draft plans and checks them on every view, because the timetable changes meanwhile. */
@Injectable()
export class PlanReader {
  readonly query: QueryFunction;

  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {
    this.query = reads.query;
  }

  list(filter: PlanFilter): Promise<{ rows: PlanRow[]; count: number }> {
    return planFilter(this.reads, filter);
  }

  plan(id: string): Promise<PlanRow | null> {
    return planById(this.query, id);
  }

  lines(planId: string): Promise<PlannedRow[]> {
    return plannedRows(this.query, planId);
  }

  /** All changes of an open plan, checked together. */
  async difference(planId: string): Promise<Difference> {
    const rows = await plannedRows(this.query, planId);
    const { timetable, inHand } = await changeFacts(this.query, rows.map(changeOf), this.clock.now());
    const judged = judgeChanges(timetable, inHand);
    return { timetable, lines: rows.flatMap((row, at) => (judged[at] ? [{ row, judged: judged[at] }] : [])) };
  }

  /**
   * Suggestions by change id, on a timetable with all other changes of the plan applied.
   * @param people number of trainees by cohort
   */
  async suggestions(
    { lines }: Difference,
    lineIds: ReadonlySet<string>,
    people: ReadonlyMap<string, number>,
  ): Promise<Map<string, Suggestion[]>> {
    const refused = lines.filter(({ row, judged }) => lineIds.has(row.id) && judged.proposed !== null);
    if (refused.length === 0) return new Map();
    const places = lines.flatMap(({ judged }) => judged.proposed ?? []);
    const timetable = await this.around(places);
    judgeChanges(
      timetable,
      lines.map(({ judged }): ChangeInHand => judged),
    );
    return new Map(
      refused.flatMap(({ row, judged: { proposed, cohort } }) =>
        proposed
          ? [
              [
                row.id,
                suggestionsFor(timetable, {
                  proposed: { ...proposed, id: proposed.id },
                  cohort,
                  people: people.get(cohort.id) ?? 0,
                }),
              ],
            ]
          : [],
      ),
    );
  }

  private around(places: readonly SessionSlot[]): Promise<Timetable> {
    const first = dayOf(Math.min(...places.map((slot) => slot.startsAt)));
    const last = dayOf(Math.max(...places.map((slot) => slot.endsAt)));
    return timetableIn(
      this.query,
      {
        startsAt: instantOf(daysAfter(first, -DAYS_AROUND), '00:00'),
        endsAt: instantOf(daysAfter(last, DAYS_AROUND + 1), '00:00'),
      },
      this.clock.now(),
    );
  }
}
