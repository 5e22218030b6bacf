import { performance } from 'node:perf_hooks';
import { Cohort } from '../../src/cohorts/index.js';
import { daysAfter, instantOf, newId, type Transaction } from '../../src/platform/index.js';
import { SessionHold } from '../../src/scheduling/core/data/session-hold.entity.js';
import { SessionInstructor } from '../../src/scheduling/core/data/session-instructor.entity.js';
import { Instructor, QualificationRow, Room, Session } from '../../src/scheduling/index.js';
import { aCohort, type BuiltCohort } from '../builders/cohorts.js';
import type { TestAcademy } from '../support/app.js';
import { signedIn } from '../support/people.js';

export interface LargeTerm {
  readonly sessions: number;
  readonly rooms: number;
  readonly instructors: number;
  /** The first Monday. */
  readonly monday: string;
  readonly weeks: number;
}

export interface BuiltTerm extends LargeTerm {
  readonly roomIds: readonly string[];
  readonly instructorIds: readonly string[];
  readonly sessionIds: readonly string[];
}

export const A_LARGE_TERM: LargeTerm = { sessions: 5000, rooms: 60, instructors: 150, monday: '2026-03-02', weeks: 18 };

const HOURS = [
  ['09:00', '12:00'],
  ['13:30', '16:30'],
  ['18:30', '21:30'],
] as const;
const DAYS_A_WEEK = 6;
const SESSIONS_A_COHORT = 20;
const ROWS_AT_ONCE = 200;

/**
 * A term without clashes, written straight into the tables: sessions of three hours, three times a day, Monday to
 * Saturday. Simultaneous sessions are spread over rooms and instructors, so that every week is equally full.
 */
export async function largeTerm(academy: TestAcademy, term: LargeTerm = A_LARGE_TERM): Promise<BuiltTerm> {
  const pattern = await aCohort(academy, { on: daysAfter(term.monday, 7 * term.weeks) });
  const slots = term.weeks * DAYS_A_WEEK * HOURS.length;
  const atOnce = Math.ceil(term.sessions / slots);
  if (atOnce > Math.min(term.rooms, term.instructors))
    throw new Error(`${term.sessions} sessions need ${atOnce} rooms and instructors at once`);
  return academy.write(async (tx) => {
    tx.withoutAudit('a term to measure');
    const roomIds = await rooms(tx, term.rooms);
    const instructorIds = await instructors(tx, term.instructors, pattern.courseId);
    const cohortIds = await cohorts(tx, pattern, atOnce * Math.ceil(slots / SESSIONS_A_COHORT));
    const sessionIds = await sessions(tx, term, { roomIds, instructorIds, cohortIds, slots });
    return { ...term, roomIds, instructorIds, sessionIds };
  });
}

async function rooms(tx: Transaction, count: number): Promise<string[]> {
  const rows = numbered(count).map((at) => ({
    id: newId(),
    code: `L${at}`,
    nameZh: `${at} 号实训室`,
    nameEn: `Lab ${at}`,
    kind: at % 3 === 0 ? ('room' as const) : ('lab' as const),
    seats: 40,
    placeZh: '齐鲁软件园',
    placeEn: 'Qilu Software Park',
    features: [],
  }));
  await insertAll(rows, (some) => tx.of(Room).insert(some));
  return rows.map(({ id }) => id);
}

async function instructors(tx: Transaction, count: number, courseId: string): Promise<string[]> {
  const rows = numbered(count).map((at) => ({ id: newId(), name: `讲师 ${at}`, latinName: `Instructor ${at}` }));
  await insertAll(rows, (some) => tx.of(Instructor).insert(some));
  await insertAll(
    rows.map(({ id }) => ({ id: newId(), instructorId: id, courseId, validFrom: null, validUntil: null })),
    (some) => tx.of(QualificationRow).insert(some),
  );
  return rows.map(({ id }) => id);
}

async function cohorts(tx: Transaction, pattern: BuiltCohort, count: number): Promise<string[]> {
  const known = await tx.of(Cohort).findOneByOrFail({ id: pattern.id });
  const rows = numbered(count).map((at) => ({
    ...known,
    id: newId(),
    code: `${pattern.courseCode}-${at}`,
    capacity: 40,
  }));
  await insertAll(rows, (some) => tx.of(Cohort).insert(some));
  return rows.map(({ id }) => id);
}

interface Parts {
  readonly roomIds: readonly string[];
  readonly instructorIds: readonly string[];
  readonly cohortIds: readonly string[];
  readonly slots: number;
}

async function sessions(
  tx: Transaction,
  { sessions: count, monday }: LargeTerm,
  { roomIds, instructorIds, cohortIds, slots }: Parts,
): Promise<string[]> {
  const placed = numbered(count).map((number) => {
    const [slot, rank] = [(number - 1) % slots, Math.floor((number - 1) / slots)];
    const day = Math.floor(slot / HOURS.length);
    const date = daysAfter(monday, Math.floor(day / DAYS_A_WEEK) * 7 + (day % DAYS_A_WEEK));
    const [from, until] = HOURS[slot % HOURS.length] ?? HOURS[0];
    return {
      id: newId(),
      startsAt: instantOf(date, from),
      endsAt: instantOf(date, until),
      number: (slot % SESSIONS_A_COHORT) + 1,
      cohortId: cohortIds[rank * Math.ceil(slots / SESSIONS_A_COHORT) + Math.floor(slot / SESSIONS_A_COHORT)]!,
      roomId: roomIds[(rank + slot * 7) % roomIds.length]!,
      instructorId: instructorIds[(rank + slot * 11) % instructorIds.length]!,
    };
  });
  await insertAll(placed, (some) =>
    tx.of(Session).insert(
      some.map(({ instructorId: _taught, ...session }) => ({
        ...session,
        state: 'planned' as const,
        updatedAt: tx.now,
      })),
    ),
  );
  await insertAll(placed, (some) =>
    tx.of(SessionInstructor).insert(
      some.map(({ id, instructorId }) => ({
        sessionId: id,
        instructorId,
        role: 'lead' as const,
        answer: 'confirmed' as const,
      })),
    ),
  );
  await insertAll(placed, (some) =>
    tx.of(SessionHold).insert(
      some.flatMap(({ id, startsAt, endsAt, roomId, instructorId, cohortId }) =>
        (
          [
            ['room', roomId],
            ['instructor', instructorId],
            ['cohort', cohortId],
          ] as const
        ).map(([kind, holderId]) => ({ sessionId: id, kind, holderId, heldFrom: startsAt, heldUntil: endsAt })),
      ),
    ),
  );
  return placed.map(({ id }) => id);
}

async function insertAll<Row>(rows: readonly Row[], insert: (some: Row[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) await insert(rows.slice(at, at + ROWS_AT_ONCE));
}

function numbered(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}

export interface ViewMeasured {
  readonly view: string;
  /** Milliseconds from request to complete answer, measured on the server: the median of the rounds. */
  readonly median: number;
  readonly slowest: number;
  /** Milliseconds of processor time, which other programs on the machine affect less. */
  readonly processor: number;
  readonly kilobytes: number;
}

const ROUNDS = 15;
const WARMING = 3;

/** A coordinator opens every view of a middle week of the term, and drags one session. */
export async function measureViews(academy: TestAcademy, term: BuiltTerm): Promise<ViewMeasured[]> {
  const office = await signedIn(academy, 'coordinator');
  const week = daysAfter(term.monday, 7 * Math.floor(term.weeks / 2));
  const id = term.sessionIds[Math.floor(term.sessionIds.length / 2)] ?? '';
  const views = [
    `/office/timetable?week=${week}`,
    `/office/timetable?day=${week}`,
    `/office/timetable?view=timeline&week=${week}`,
    `/office/timetable?view=timeline&by=instructor&week=${week}`,
    `/office/timetable?view=month&week=${week}`,
    `/office/timetable/use?from=${week}`,
    `/office/timetable/door?room=${term.roomIds[0] ?? ''}&week=${week}`,
    `/office/sessions/${id}/check?date=${week}&startTime=09:00&endTime=12:00&roomId=${term.roomIds[0] ?? ''}`,
  ];
  const measured: ViewMeasured[] = [];
  for (const view of views) {
    const times: number[] = [];
    const used: number[] = [];
    let kilobytes = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const [began, before] = [performance.now(), process.cpuUsage()];
      const answer = await office.get(view);
      times.push(performance.now() - began);
      const { user, system } = process.cpuUsage(before);
      used.push((user + system) / 1000);
      if (answer.status !== 200) throw new Error(`${view} answered ${answer.status}`);
      kilobytes = Math.round(answer.bytes.length / 1024);
    }
    const wall = sorted(times.slice(WARMING));
    measured.push({
      view: view.replace(/[0-9a-f-]{36}/g, 'one'),
      median: middle(wall),
      slowest: wall.at(-1) ?? 0,
      processor: middle(sorted(used.slice(WARMING))),
      kilobytes,
    });
  }
  return measured;
}

function sorted(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

function middle(values: readonly number[]): number {
  return values[Math.floor(values.length / 2)] ?? 0;
}
