import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { type QueryFunction, Clock, dayOf, daysAfter, instantOf, ReadDatabase } from '../../../platform/index.js';
import { isNotCancelled, type Timetable, timetableIn } from '../../core/index.js';
import { affectedSessions } from '../domain/affected-sessions.js';
import { repairSteps } from '../domain/propose-repair.js';
import type { AffectedSession, RepairCohort, RepairProposal, RepairScope } from '../domain/repair.js';

/** Limits the affected sessions to repair; all by default. */
export interface RepairInput {
  /** Days, both included. */
  readonly from: string | null;
  readonly until: string | null;
  readonly roomId: string | null;
  readonly instructorId: string | null;
  /** Days by which a cohort may end later. */
  readonly daysBeyondEnd: number;
}

export interface Repair {
  /** For the whole academy, regardless of the input. */
  readonly affectedInAll: number;
  readonly affected: readonly AffectedSession[];
  readonly proposal: RepairProposal;
  readonly cohorts: ReadonlyMap<string, RepairCohort>;
  /** Names of rooms and instructors. */
  readonly timetable: Timetable;
  /** Sequence by session, at the time of the proposal. */
  readonly sequences: ReadonlyMap<string, number>;
}

/** Number of trainees of a cohort. */
export type PeopleOf = (cohortId: string) => Promise<number>;

const DAYS_BACK = 60;
const DAYS_AHEAD = 3 * 366;
/** Search steps between yields to the event loop; a step takes one to two milliseconds. */
const STEPS_AT_ONCE = 16;

/** Finds affected sessions ahead and proposes a repair. Writes nothing. */
@Injectable()
export class RepairPlanner {
  private readonly query: QueryFunction;

  constructor(
    reads: ReadDatabase,
    private readonly clock: Clock,
  ) {
    this.query = reads.query;
  }

  async propose(input: RepairInput, peopleOf: PeopleOf): Promise<Repair> {
    const now = this.clock.now();
    const today = dayOf(now);
    const timetable = await timetableIn(
      this.query,
      {
        startsAt: instantOf(daysAfter(today, -DAYS_BACK), '00:00'),
        endsAt: instantOf(daysAfter(today, DAYS_AHEAD), '00:00'),
      },
      now,
    );
    const { scope, sequences } = await this.scope(now, peopleOf);
    const all = affectedSessions(timetable, scope);
    const affected = all.filter((one) => isInScope(one, input));
    const steps = repairSteps(timetable, affected, { scope, daysBeyondEnd: input.daysBeyondEnd });
    for (let taken = 1; ; taken += 1) {
      const step = steps.next();
      if (step.done)
        return {
          affectedInAll: all.length,
          affected,
          proposal: step.value,
          cohorts: scope.cohorts,
          timetable,
          sequences,
        };
      if (taken % STEPS_AT_ONCE === 0) await setImmediate();
    }
  }

  private async scope(
    now: number,
    peopleOf: PeopleOf,
  ): Promise<{ scope: RepairScope; sequences: Map<string, number> }> {
    const rows = await this.query<Omit<RepairCohort, 'people'>>(sql`
      SELECT c.id AS "id", c.code AS "code", c.course_id AS "courseId", c.state AS "state", c.capacity AS "seatsNeeded", c.starts_on AS "startsOn", c.ends_on AS "endsOn"
      FROM cohort c WHERE EXISTS (SELECT 1 FROM session s WHERE s.cohort_id = c.id AND ${isNotCancelled('s')} AND s.starts_at > ${now})`);
    const cohorts = new Map<string, RepairCohort>();
    for (const row of rows) cohorts.set(row.id, { ...row, people: await peopleOf(row.id) });
    const ahead = await this.query<{
      id: string;
      state: string;
      sequence: number;
      overridden: number;
      meantDay: string | null;
    }>(sql`
      SELECT id AS "id", state AS "state", sequence AS "sequence", CASE WHEN override_reason IS NULL THEN 0 ELSE 1 END AS "overridden", meant_day AS "meantDay" FROM session WHERE ${isNotCancelled('session')} AND starts_at > ${now}`);
    return {
      scope: {
        cohorts,
        fixed: new Set(ahead.filter(({ state }) => state !== 'planned').map(({ id }) => id)),
        letStand: new Set(ahead.filter(({ overridden }) => overridden === 1).map(({ id }) => id)),
        meantDays: new Map(ahead.flatMap(({ id, meantDay }) => (meantDay === null ? [] : [[id, meantDay] as const]))),
      },
      sequences: new Map(ahead.map(({ id, sequence }) => [id, sequence])),
    };
  }
}

function isInScope({ session }: AffectedSession, { from, until, roomId, instructorId }: RepairInput): boolean {
  const day = dayOf(session.startsAt);
  return (
    (from === null || from <= day) &&
    (until === null || day <= until) &&
    (roomId === null || session.roomId === roomId) &&
    (instructorId === null || session.instructors.some((one) => one.instructorId === instructorId))
  );
}
