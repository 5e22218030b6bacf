import { Inject, Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';
import { COHORT_ENROLMENTS, type CohortEnrolments } from '../domain/cohort-enrolments.js';
import { COHORT_SESSIONS, type CohortSessions } from '../domain/cohort-sessions.js';
import type { MoveFacts } from '../domain/move-rules.js';

interface Row {
  readonly code: string;
  readonly state: MoveFacts['cohort']['state'];
  readonly capacity: number;
  readonly leastEnrolment: number;
  readonly windowClosesAt: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly decisionOn: string | null;
  readonly cancelledFrom: MoveFacts['cohort']['cancelledFrom'];
  readonly courseRetiredCode: string | null;
  readonly sessions: number;
  readonly sessionsWithoutRoom: number;
  readonly sessionsWithoutInstructor: number;
  readonly confirmed: number;
}

/** Facts for state changes; pages and actions read the same ones. */
@Injectable()
export class MoveFactsReader {
  constructor(
    @Inject(COHORT_SESSIONS) private readonly sessions: CohortSessions,
    @Inject(COHORT_ENROLMENTS) private readonly enrolments: CohortEnrolments,
  ) {}

  /** @param now Epoch milliseconds. */
  async read(query: QueryFunction, cohortId: string, now: number): Promise<MoveFacts> {
    const id = sql`c.id`;
    const [row] = await query<Row>(sql`
      SELECT c.code AS "code", c.state AS "state", c.capacity AS "capacity", c.least_enrolment AS "leastEnrolment", c.window_closes_at AS "windowClosesAt",
        c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.decision_on AS "decisionOn", c.cancelled_from AS "cancelledFrom",
        (SELECT co.code FROM course co WHERE co.id = c.course_id AND co.retired_at IS NOT NULL) AS "courseRetiredCode",
        ${this.sessions.count(id)} AS "sessions", ${this.sessions.withoutRoom(id)} AS "sessionsWithoutRoom",
        ${this.sessions.withoutInstructor(id)} AS "sessionsWithoutInstructor", ${this.enrolments.confirmed(id)} AS "confirmed"
      FROM cohort c WHERE c.id = ${cohortId}`);
    if (!row) throw new Error('The cohort of the rules is not there');
    const { courseRetiredCode, sessions, sessionsWithoutRoom, sessionsWithoutInstructor, confirmed, ...cohort } = row;
    return {
      now,
      cohort,
      courseRetiredCode,
      sessions,
      sessionsWithoutRoom,
      sessionsWithoutInstructor,
      confirmed,
      smallestRoom: await this.sessions.smallestRoom(query, cohortId),
    };
  }
}
