import { Injectable } from '@nestjs/common';
import { type QueryFunction, Clock, dayOf, daysAfter, instantOf, ReadDatabase } from '../../../platform/index.js';
import { type Suggestion, suggestionsFor } from '../domain/suggestions.js';
import type { Timetable, SlotRequest } from '../domain/timetable.js';
import { timetableIn } from './placed-sessions.js';
import { cohortForTimetable, type CohortForTimetable } from './timetable-facts.js';
import {
  sessionById,
  type SessionRow,
  sessionsOfCohort,
  type SessionFilter,
  sessionFilter,
} from './timetable-queries.js';

const DAYS_AROUND = 21;

/** Reads the timetable for pages. */
@Injectable()
export class TimetableReader {
  readonly query: QueryFunction;

  constructor(
    reads: ReadDatabase,
    private readonly clock: Clock,
  ) {
    this.query = reads.query;
  }

  cohort(code: string): Promise<CohortForTimetable | null> {
    return cohortForTimetable(this.query, { code });
  }

  session(id: string): Promise<SessionRow | null> {
    return sessionById(this.query, id);
  }

  ofCohort(cohortId: string): Promise<SessionRow[]> {
    return sessionsOfCohort(this.query, cohortId);
  }

  sessions(filter: SessionFilter): Promise<SessionRow[]> {
    return sessionFilter(this.query, filter);
  }

  /** The timetable some weeks around a day, for checking changes of one session. */
  around(day: string): Promise<Timetable> {
    const span = {
      startsAt: instantOf(daysAfter(day, -DAYS_AROUND - 7), '00:00'),
      endsAt: instantOf(daysAfter(day, DAYS_AROUND + 8), '00:00'),
    };
    return timetableIn(this.query, span, this.clock.now());
  }

  /** Alternatives for a refused slot. @param people number of the cohort's trainees */
  async suggestionsFor(request: SlotRequest, cohort: CohortForTimetable, people: number): Promise<Suggestion[]> {
    const timetable = await this.around(dayOf(request.slot.startsAt));
    return suggestionsFor(timetable, { proposed: timetable.proposedSlot(request), cohort, people });
  }
}
