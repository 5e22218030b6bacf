import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { newId, NotFound, refused, type Refused, type Transaction } from '../../platform/index.js';
import { Session } from '../data/session.entity.js';
import { cohortForTimetable, type CohortForTimetable } from '../data/timetable-facts.js';
import type { Placing } from '../domain/placed-session.js';
import type { SchedulingRefusalCode } from '../domain/refusals.js';
import { cohortStillRuns } from '../domain/session-rules.js';
import { judgePlacings } from './judge-placing.js';
import { lockHolders } from './locks.js';
import { TimetableLetters } from './timetable-letters.js';

/** Most reasons told at once; a preview shows every one beside its date. */
const MOST_REASONS = 20;

export interface Scheduled {
  readonly sessionIds: readonly string[];
  /** People who are told. */
  readonly told: number;
}

interface Wanted {
  readonly cohortCode: string;
  readonly roomId: string | null;
  readonly instructorId: string | null;
}

export interface Span {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** The one way in which sessions come into a timetable: all of them, or none. */
@Injectable()
export class AddSessions {
  constructor(private readonly letters: TimetableLetters) {}

  /** Locks what the sessions would hold. @throws NotFound for an unknown cohort. */
  async cohort(tx: Transaction, { cohortCode, roomId, instructorId }: Wanted): Promise<CohortForTimetable | Refused<SchedulingRefusalCode>> {
    const known = await cohortForTimetable(tx.rows.bind(tx), { code: cohortCode });
    if (!known) throw new NotFound();
    await lockHolders(tx, { cohortId: known.id, roomIds: [roomId], instructorIds: [instructorId] });
    const cohort = (await cohortForTimetable(tx.rows.bind(tx), { id: known.id })) ?? known;
    const over = cohortStillRuns(cohort);
    return over ? refused(over) : cohort;
  }

  async to(tx: Transaction, cohort: CohortForTimetable, { spans, roomId, instructorId }: Omit<Wanted, 'cohortCode'> & { readonly spans: readonly Span[] }): Promise<Scheduled | Refused<SchedulingRefusalCode>> {
    const placings = spans.map(({ startsAt, endsAt }): Placing => ({ id: null, cohortId: cohort.id, startsAt, endsAt, roomId, instructorId }));
    const reasons = await judgePlacings(tx, cohort, placings);
    if (reasons.length > 0) return refused(...reasons.slice(0, MOST_REASONS));
    const [numbered] = await tx.rows<{ last: number | null }>(sql`SELECT MAX(number) AS "last" FROM session WHERE cohort_id = ${cohort.id}`);
    const sessions = placings.map((placing, at) => ({
      ...placing, id: newId(), number: (numbered?.last ?? 0) + at + 1, state: 'planned' as const, sequence: 0, updatedAt: tx.now,
    }));
    await tx.of(Session).insert(sessions);
    await tx.audit('session.scheduled', { type: 'cohort', id: cohort.id, label: cohort.code }, {
      sessions: sessions.map(({ number, startsAt, endsAt }) => ({ number, startsAt, endsAt })), roomId, instructorId,
    });
    const told = await this.letters.tell(tx, { kind: 'added', cohort, session: sessions[0]!, before: null, count: sessions.length, reason: null });
    return { sessionIds: sessions.map((one) => one.id), told };
  }
}
