import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, blockers, NotAllowed, NotFound, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { Session } from '../data/session.entity.js';
import { cohortForTimetable } from '../data/timetable-facts.js';
import type { SchedulingRefusalCode } from '../domain/refusals.js';
import { cohortStillRuns, SESSION_MAY_CHANGE } from '../domain/session-rules.js';
import { lockSession } from './locks.js';
import type { Moved } from './move-session.js';
import { TimetableLetters } from './timetable-letters.js';

@Injectable()
export class CancelSession {
  constructor(private readonly unitOfWork: UnitOfWork, private readonly letters: TimetableLetters) {}

  /** Cancels a session that has not begun; it stays in calendars as cancelled and frees its room and people. @throws NotFound for an unknown session. */
  of(actor: Actor, id: string, { reason, seenSequence }: { readonly reason: string; readonly seenSequence: number | null }): Promise<Moved | Refused<SchedulingRefusalCode>> {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const session = await lockSession(tx, id, { roomId: null, instructorId: null });
      const cohort = session && (await cohortForTimetable(tx.rows.bind(tx), { id: session.cohortId }));
      if (!session || !cohort) throw new NotFound();
      const over = cohortStillRuns(cohort);
      const fixed = blockers(SESSION_MAY_CHANGE, { now: tx.now, session, seenSequence });
      if (over || fixed.length > 0) return refused(...(over ? [over] : fixed));
      await tx.of(Session).update({ id }, { state: 'cancelled', sequence: session.sequence + 1, updatedAt: tx.now });
      await tx.audit('session.cancelled', { type: 'session', id, label: `${cohort.code} · ${session.number}` }, { reason });
      const told = await this.letters.tell(tx, { kind: 'cancelled', cohort, session, before: null, count: 1, reason });
      return { cohortCode: cohort.code, number: session.number, told };
    });
  }
}
