import { Injectable } from '@nestjs/common';
import { A_DAY, Clock, isRefused, type Refused } from '../../../platform/index.js';
import {
  academyCalendar,
  type CohortForTimetable,
  type FreeTime,
  type InstructorFacts,
  instructorsWhoMay,
  ledInsteadBy,
  nearestFreeTimes,
  type ProposedSlot,
  type RoomFacts,
  type Timetable,
  timetableIn,
  TimetableReader,
} from '../../core/index.js';
import { previewPattern } from '../domain/pattern-preview.js';
import { allAreWell, judgedPattern, type PlannedEntry, startsFreeForAll } from '../domain/planned-pattern.js';
import type { PatternPlanRefusalCode } from '../domain/refusals.js';
import type { PatternPreview, WeeklyPattern } from '../domain/weekly-pattern.js';

const A_MONTH = 31 * A_DAY;
const MOST_CURES = 3;

export interface PatternPlan {
  readonly preview: PatternPreview;
  readonly entries: readonly (PlannedEntry & { readonly freeTimes: readonly FreeTime[] })[];
  /** What would be free on every date; empty if the pattern has no clash. */
  readonly rooms: readonly RoomFacts[];
  readonly instructors: readonly InstructorFacts[];
  readonly starts: readonly string[];
  readonly names: Pick<Timetable, 'rooms' | 'instructors'>;
}

/** Previews a pattern: checks every date and suggests alternatives for clashes. */
@Injectable()
export class PatternPlanner {
  constructor(
    private readonly reader: TimetableReader,
    private readonly clock: Clock,
  ) {}

  async plan(
    cohort: CohortForTimetable,
    pattern: WeeklyPattern,
  ): Promise<PatternPlan | Refused<PatternPlanRefusalCode>> {
    const { query } = this.reader;
    const preview = previewPattern(pattern, await academyCalendar(query));
    if (isRefused(preview)) return preview;
    const instants = preview.entries.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]);
    const timetable = await timetableIn(
      query,
      { startsAt: Math.min(...instants) - A_MONTH, endsAt: Math.max(...instants) + A_MONTH },
      this.clock.now(),
    );
    const entries = judgedPattern(preview, timetable, cohort);
    const unplaced = entries.filter(({ reasons }) => reasons.length > 0);
    const proposedSlots = entries.filter(({ outcome }) => outcome === 'planned').map(({ proposed }) => proposed);
    return {
      preview,
      entries: entries.map((one) => ({
        ...one,
        freeTimes: one.reasons.length > 0 ? freeTimes(timetable, one.proposed, cohort) : [],
      })),
      rooms: touches(unplaced, 'roomId') ? roomsForAll(timetable, proposedSlots, cohort) : [],
      instructors: touches(unplaced, 'instructorId') ? instructorsForAll(timetable, proposedSlots, cohort) : [],
      starts: unplaced.length > 0 ? startsFreeForAll(proposedSlots, timetable, { cohort, count: MOST_CURES }) : [],
      names: timetable,
    };
  }
}

function touches(unplaced: readonly PlannedEntry[], field: string): boolean {
  return unplaced.some(({ reasons }) => reasons.some((reason) => reason.field === field));
}

function freeTimes(timetable: Timetable, proposed: ProposedSlot, cohort: CohortForTimetable): FreeTime[] {
  return nearestFreeTimes({
    proposed,
    calendar: timetable.calendar,
    notBefore: timetable.now,
    count: MOST_CURES,
    accepts: (other) => timetable.judge(other, cohort).length === 0,
  });
}

/** Rooms that are free on every date, smallest first. */
function roomsForAll(
  timetable: Timetable,
  proposedSlots: readonly ProposedSlot[],
  cohort: CohortForTimetable,
): RoomFacts[] {
  return [...timetable.rooms.values()]
    .filter((room) => !room.closed && room.seats >= cohort.seatsNeeded)
    .sort((a, b) => a.seats - b.seats)
    .filter((room) =>
      allAreWell(
        proposedSlots.map((one) => ({ ...one, roomId: room.id, setUp: room.setUp, clearAway: room.clearAway })),
        timetable,
        cohort,
      ),
    )
    .slice(0, MOST_CURES);
}

/** Instructors who could lead every date. */
function instructorsForAll(
  timetable: Timetable,
  proposedSlots: readonly ProposedSlot[],
  cohort: CohortForTimetable,
): InstructorFacts[] {
  const [first] = proposedSlots;
  if (!first) return [];
  return instructorsWhoMay(timetable, { proposed: first, cohort })
    .filter(({ id }) =>
      allAreWell(
        proposedSlots.map((one) => ({ ...one, instructors: ledInsteadBy(one.instructors, id) })),
        timetable,
        cohort,
      ),
    )
    .slice(0, MOST_CURES);
}
