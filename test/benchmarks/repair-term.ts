import { weekdayOf } from '../../src/platform/index.js';
import { daysAfter, instantOf } from '../../src/platform/clock.js';
import { isRefused } from '../../src/platform/refusals.js';
import { AcademyCalendar } from '../../src/scheduling/core/domain/academy-calendar.js';
import { readHolidayFile } from '../../src/scheduling/calendar/domain/holiday-file.js';
import { ledBy, type PlacedSession } from '../../src/scheduling/core/domain/placed-session.js';
import { affectedSessions } from '../../src/scheduling/repairs/domain/affected-sessions.js';
import { proposeRepair } from '../../src/scheduling/repairs/domain/propose-repair.js';
import type {
  AffectedSession,
  RepairCohort,
  RepairProposal,
  RepairScope,
} from '../../src/scheduling/repairs/domain/repair.js';
import { Timetable } from '../../src/scheduling/core/domain/timetable.js';
import type { InstructorFacts, RoomFacts } from '../../src/scheduling/core/domain/timetable-facts.js';
import { holidayNotices } from '../../db/seeds/reference/holidays.js';

export interface RepairScene {
  /** Returns a new timetable each time, because a repair changes it. */
  readonly timetable: () => Timetable;
  readonly scope: RepairScope;
}

const OPENS = instantOf('2026-02-01', '00:00');
const STARTS = ['09:00', '14:00', '18:30'];
const always = { hours: [], away: [] };
const both = (name: string) => ({ zh: name, en: name });

/**
 * A term of so many sessions over the first half of 2026, two a week for each cohort, scheduled without regard to the
 * notice.
 */
export function repairScene(sessions = 5000, { rooms = 60, instructors = 150 } = {}): RepairScene {
  const cohorts = Math.ceil(sessions / 40);
  const placed: PlacedSession[] = [];
  const known = new Map<string, RepairCohort>();
  for (let at = 0; at < cohorts; at += 1) {
    const id = `c${at}`;
    const course = `course ${at % 30}`;
    known.set(id, {
      id,
      code: `C-${at}`,
      courseId: course,
      state: 'confirmed',
      seatsNeeded: 20,
      startsOn: '2026-02-01',
      endsOn: '2026-07-31',
      people: 18,
    });
    placed.push(...sessionsOf(at, { count: Math.min(40, sessions - at * 40), rooms, instructors, course }));
  }
  const roomFacts = Array.from({ length: rooms }, (_, at): RoomFacts => ({
    ...always,
    id: `r${at}`,
    code: `R${at}`,
    name: both(`Room ${at}`),
    seats: 24,
    features: [],
    closed: false,
    setUp: 0,
    clearAway: 0,
  }));
  const instructorFacts = Array.from({ length: instructors }, (_, at): InstructorFacts => ({
    ...always,
    id: `i${at}`,
    name: both(`Teacher ${at}`),
    retired: false,
    mostMinutesPerDay: null,
    mostMinutesPerWeek: null,
    qualifications: [0, 1].map((more) => ({
      courseId: `course ${(at + more) % 30}`,
      validFrom: null,
      validUntil: null,
    })),
  }));
  const calendar = calendarAsLoaded();
  return {
    timetable: () =>
      new Timetable({
        sessions: placed,
        rooms: roomFacts,
        instructors: instructorFacts,
        pools: [],
        calendar,
        now: OPENS,
      }),
    scope: { cohorts: known, fixed: new Set(), letStand: new Set(), meantDays: new Map() },
  };
}

/**
 * What `npm run bench` measures: finding the sessions in the whole term that the notice affects, and proposing new
 * slots for all or some of them.
 */
export function runRepair(
  { timetable, scope }: RepairScene,
  most = Infinity,
): { affected: AffectedSession[]; proposal: RepairProposal } {
  const draft = timetable();
  const affected = affectedSessions(draft, scope).slice(0, most);
  return { affected, proposal: proposeRepair(draft, affected, { scope }) };
}

interface Run {
  readonly count: number;
  readonly rooms: number;
  readonly instructors: number;
  readonly course: string;
}

function sessionsOf(cohort: number, { count, rooms, instructors, course }: Run): PlacedSession[] {
  const [pair, start] = [Math.floor(cohort / STARTS.length), STARTS[cohort % STARTS.length] ?? '09:00'];
  const [room, instructor] = [pair % rooms, cohort % instructors];
  // Mondays and Thursdays, Tuesdays and Fridays, or weekends; a room takes three cohorts a day.
  const weekdays = [
    [1, 4],
    [2, 5],
    [6, 7],
  ][Math.floor(pair / rooms) % 3] ?? [1, 4];
  const days = Array.from({ length: 181 }, (_, at) => daysAfter('2026-02-01', at))
    .filter((day) => weekdays.includes(weekdayOf(day)))
    .slice(0, count);
  return days.map((day, at) => ({
    id: `s${cohort}-${at}`,
    number: at + 1,
    cohortId: `c${cohort}`,
    cohortCode: `C-${cohort}`,
    courseId: course,
    seatsNeeded: 20,
    startsAt: instantOf(day, start),
    endsAt: instantOf(day, start) + 3 * 3_600_000,
    roomId: `r${room}`,
    instructors: ledBy(`i${instructor}`),
    licences: [],
    setUp: 0,
    clearAway: 0,
    roomName: both(`Room ${room}`),
    instructorNames: [both(`Teacher ${instructor}`)],
  }));
}

function calendarAsLoaded(): AcademyCalendar {
  const notices = holidayNotices()
    .map((text) => readHolidayFile(text))
    .flatMap((notice) => (isRefused(notice) ? [] : [notice]));
  return new AcademyCalendar(
    notices.flatMap(({ days }) => days),
    notices.map(({ year }) => year),
  );
}
