import { Injectable } from '@nestjs/common';
import { Clock, dayOf, isRefused, type Refused } from '../../platform/index.js';
import { nearestFreeTimes, type FreeTime } from '../domain/nearest-free-times.js';
import { previewPattern } from '../domain/pattern-preview.js';
import { holderIsFreeForAll, judgedPattern, type PlannedEntry, startsFreeForAll } from '../domain/planned-pattern.js';
import type { Span } from '../domain/placed-session.js';
import type { SchedulingRefusalCode } from '../domain/refusals.js';
import { SessionIndex } from '../domain/session-index.js';
import type { PatternPreview, WeeklyPattern } from '../domain/weekly-pattern.js';
import { academyCalendar } from './academy-days.js';
import type { InstructorRow, RoomRow } from './resource-queries.js';
import { type CohortForTimetable, instructorFacts, placedSessions, roomFacts } from './timetable-facts.js';
import { TimetableReader } from './timetable-reader.js';

const A_MONTH = 31 * 86_400_000;
const MOST_CURES = 3;

export interface PatternPlan {
  readonly preview: PatternPreview;
  readonly entries: readonly (PlannedEntry & { readonly freeTimes: readonly FreeTime[] })[];
  /** What would be free on every date; empty where nothing clashes. */
  readonly rooms: readonly RoomRow[];
  readonly instructors: readonly InstructorRow[];
  readonly starts: readonly string[];
}

interface Wanted {
  readonly cohort: CohortForTimetable;
  readonly pattern: WeeklyPattern;
  readonly roomId: string | null;
  readonly instructorId: string | null;
}

/** A pattern laid out for a person to look at: every date judged, and the cures of what clashes. */
@Injectable()
export class PatternPlanner {
  constructor(private readonly reader: TimetableReader, private readonly clock: Clock) {}

  async plan({ cohort, pattern, roomId, instructorId }: Wanted): Promise<PatternPlan | Refused<SchedulingRefusalCode>> {
    const { ask } = this.reader;
    const calendar = await academyCalendar(ask);
    const preview = previewPattern(pattern, calendar);
    if (isRefused(preview)) return preview;
    const planned = preview.entries.filter((one) => one.outcome === 'planned');
    const [from, until] = [(planned[0]?.startsAt ?? 0) - A_MONTH, (planned.at(-1)?.endsAt ?? 0) + A_MONTH];
    const index = new SessionIndex(await placedSessions(ask, { from, until }));
    const holders = { cohortId: cohort.id, roomId, instructorId };
    const now = this.clock.now();
    const entries = judgedPattern(preview, {
      holders, index, now, courseId: cohort.courseId, seatsNeeded: cohort.capacity,
      room: roomId === null ? null : await roomFacts(ask, roomId), instructor: instructorId === null ? null : await instructorFacts(ask, instructorId),
    });
    const clashesWith = (code: string) => entries.some((one) => one.reasons.some((reason) => reason.code === code));
    const isTaken = (one: PlannedEntry) => one.reasons.some(({ code }) => code.endsWith('IsTaken'));
    return {
      preview,
      entries: entries.map((one) => ({
        ...one, freeTimes: isTaken(one) ? nearestFreeTimes({ placing: { ...holders, id: null, startsAt: one.startsAt, endsAt: one.endsAt }, index, calendar, notBefore: now, count: MOST_CURES }) : [],
      })),
      rooms: clashesWith('roomIsTaken') || clashesWith('roomTooSmall') ? await this.roomsForAll(planned, cohort, index) : [],
      instructors: clashesWith('instructorIsTaken') ? await this.instructorsForAll(planned, cohort, index) : [],
      starts: entries.some(isTaken) ? startsFreeForAll(planned, holders, { index, count: MOST_CURES }) : [],
    };
  }

  /** Rooms that seat the cohort and are free on every date, the smallest first. */
  private async roomsForAll(planned: readonly Span[], cohort: CohortForTimetable, index: SessionIndex): Promise<RoomRow[]> {
    const fitting = (await this.reader.openRooms()).filter((room) => room.seats >= cohort.capacity && holderIsFreeForAll(planned, { roomId: room.id }, index));
    return fitting.sort((a, b) => a.seats - b.seats).slice(0, MOST_CURES);
  }

  /** Instructors who are free and qualified on every date. */
  private async instructorsForAll(planned: readonly Span[], cohort: CohortForTimetable, index: SessionIndex): Promise<InstructorRow[]> {
    const days = [planned[0], planned.at(-1)].flatMap((span) => (span ? [dayOf(span.startsAt)] : []));
    const qualified = await Promise.all(days.map((day) => this.reader.qualifiedOn(day, cohort.courseId)));
    const always = (qualified[0] ?? []).filter((one) => qualified.every((others) => others.some((other) => other.id === one.id)));
    return always.filter((one) => holderIsFreeForAll(planned, { instructorId: one.id }, index)).slice(0, MOST_CURES);
  }
}
