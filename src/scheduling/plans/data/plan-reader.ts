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

/** A line of a plan as it would stand with all the others. */
export interface DifferenceLine {
  readonly row: PlannedRow;
  readonly judged: JudgedChange;
}

export interface Difference {
  readonly lines: readonly DifferenceLine[];
  /** The weeks that the plan reaches, as they would be after it. */
  readonly timetable: Timetable;
}

/** How far from a session its suggestions are looked for, and a week more for hours a week. */
const DAYS_AROUND = 28;

/** Draft plans as pages read them: judged anew each time, for the timetable goes on meanwhile. */
@Injectable()
export class PlanReader {
  readonly query: QueryFunction;

  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {
    this.query = reads.query;
  }

  list(wanted: PlanFilter): Promise<{ rows: PlanRow[]; count: number }> {
    return planFilter(this.reads, wanted);
  }

  plan(id: string): Promise<PlanRow | null> {
    return planById(this.query, id);
  }

  lines(planId: string): Promise<PlannedRow[]> {
    return plannedRows(this.query, planId);
  }

  /** Every line of an open plan, judged together with all the others. */
  async difference(planId: string): Promise<Difference> {
    const rows = await plannedRows(this.query, planId);
    const { timetable, inHand } = await changeFacts(this.query, rows.map(changeOf), this.clock.now());
    const judged = judgeChanges(timetable, inHand);
    return { timetable, lines: rows.flatMap((row, at) => (judged[at] ? [{ row, judged: judged[at] }] : [])) };
  }

  /**
   * What would cure lines of a plan, on a timetable in which all its other changes stand already;
   * by the line's id. `people`: trainees by cohort.
   */
  async suggestions(
    { lines }: Difference,
    wanted: ReadonlySet<string>,
    people: ReadonlyMap<string, number>,
  ): Promise<Map<string, Suggestion[]>> {
    const sick = lines.filter(({ row, judged }) => wanted.has(row.id) && judged.placing !== null);
    if (sick.length === 0) return new Map();
    const places = lines.flatMap(({ judged }) => judged.placing ?? []);
    const timetable = await this.around(places);
    judgeChanges(
      timetable,
      lines.map(({ judged }): ChangeInHand => judged),
    );
    return new Map(
      sick.flatMap(({ row, judged: { placing, cohort } }) =>
        placing
          ? [
              [
                row.id,
                suggestionsFor(timetable, {
                  placing: { ...placing, id: placing.id },
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
    const first = dayOf(Math.min(...places.map((place) => place.startsAt)));
    const last = dayOf(Math.max(...places.map((place) => place.endsAt)));
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
