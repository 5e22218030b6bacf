import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, blockers, NotAllowed, NotFound, refuse, refused, type Refused, type Transaction, UnitOfWork } from '../../platform/index.js';
import { Session } from '../data/session.entity.js';
import { cohortForTimetable } from '../data/timetable-facts.js';
import type { SchedulingRefusalCode } from '../domain/refusals.js';
import { cohortStillRuns, SESSION_MAY_CHANGE } from '../domain/session-rules.js';
import { judgePlacings } from './judge-placing.js';
import { lockSession } from './locks.js';
import { TimetableLetters } from './timetable-letters.js';

export interface WantedMove {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly roomId: string | null;
  readonly instructorId: string | null;
  /** The sequence of the session that the person looked at; `null` where nobody did. */
  readonly seenSequence: number | null;
}

export interface Moved {
  readonly cohortCode: string;
  readonly number: number;
  /** People who are told. */
  readonly told: number;
}

@Injectable()
export class MoveSession {
  constructor(private readonly unitOfWork: UnitOfWork, private readonly letters: TimetableLetters) {}

  /** Gives a session another time, room or instructor, and tells everybody whom it concerns. @throws NotFound for an unknown session. */
  to(actor: Actor, id: string, wanted: WantedMove): Promise<Moved | Refused<SchedulingRefusalCode>> {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const session = await lockSession(tx, id, wanted);
      const cohort = session && (await cohortForTimetable(tx.rows.bind(tx), { id: session.cohortId }));
      if (!session || !cohort) throw new NotFound();
      const over = cohortStillRuns(cohort);
      const fixed = blockers(SESSION_MAY_CHANGE, { now: tx.now, session, seenSequence: wanted.seenSequence });
      if (over || fixed.length > 0) return refused(...(over ? [over] : fixed));
      if (isWhereItStands(session, wanted)) return refused(refuse('sessionUnchanged', { number: session.number }));
      const { startsAt, endsAt, roomId, instructorId } = wanted;
      const reasons = await judgePlacings(tx, cohort, [{ id, cohortId: cohort.id, startsAt, endsAt, roomId, instructorId }]);
      if (reasons.length > 0) return refused(...reasons);
      const now = { startsAt, endsAt, roomId, instructorId };
      await this.write(tx, session, now);
      await tx.audit('session.moved', { type: 'session', id, label: `${cohort.code} · ${session.number}` }, { from: whereOf(session), to: now });
      const told = await this.letters.tell(tx, { kind: 'moved', cohort, session: { number: session.number, ...now }, before: session, count: 1, reason: null });
      return { cohortCode: cohort.code, number: session.number, told };
    });
  }

  private async write(tx: Transaction, session: Session, now: Omit<WantedMove, 'seenSequence'>): Promise<void> {
    await tx.of(Session).update({ id: session.id }, { ...now, sequence: session.sequence + 1, updatedAt: tx.now });
  }
}

function isWhereItStands(session: Session, { seenSequence: _seen, ...wanted }: WantedMove): boolean {
  return (Object.keys(wanted) as (keyof typeof wanted)[]).every((key) => session[key] === wanted[key]);
}

function whereOf({ startsAt, endsAt, roomId, instructorId }: Session): Omit<WantedMove, 'seenSequence'> {
  return { startsAt, endsAt, roomId, instructorId };
}
