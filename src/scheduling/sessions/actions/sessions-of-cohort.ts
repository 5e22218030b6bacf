import { Inject, Injectable } from '@nestjs/common';
import type { CameBack, CohortComingBack } from '../../../cohorts/index.js';
import { dayOf, type Refusal, type Transaction } from '../../../platform/index.js';
import {
  changeFacts,
  freeHolds,
  judgeChanges,
  type JudgedChange,
  lockForChanges,
  reasonsOf,
  type SessionChange,
  TIMETABLE_CHANGES,
  type TimetableChanges,
  writeChange,
} from '../../core/index.js';
import { sessionsToCancel, sessionsToRestore } from '../data/sessions-of-cohort.js';

/**
 * What becomes of a cohort's sessions when the cohort itself is cancelled or comes back:
 * inside its transaction, which has the audit line.
 */
@Injectable()
export class SessionsOfCohort {
  constructor(@Inject(TIMETABLE_CHANGES) private readonly bulletin: TimetableChanges) {}

  /**
   * Cancels what is still ahead. The cohort's own email tells its trainees;
   * the bulletin tells who would have taught. Answers how many.
   */
  async cancel(tx: Transaction, cohortId: string): Promise<number> {
    const changes = (await sessionsToCancel(tx.query, cohortId, tx.now)).map((sessionId): SessionChange => ({
      kind: 'cancel',
      sessionId,
      seenSequence: null,
      reason: '',
    }));
    await lockForChanges(tx, changes);
    const { inHand } = await changeFacts(tx.query, changes, tx.now);
    const judged = inHand.map((one): JudgedChange => ({
      ...one,
      cohort: { ...one.cohort, state: 'cancelled' },
      placing: null,
      meantDay: null,
      forbidden: [],
      doubtful: [],
    }));
    await freeHolds(
      tx,
      judged.map(({ id }) => id),
    );
    for (const one of judged) await writeChange(tx, one, null);
    await this.bulletin.execute(tx, judged);
    return judged.length;
  }

  /** Gives back what the cancellation ended and may still stand; tells of each other why not. */
  async restore(tx: Transaction, { id, cancelledAt }: CohortComingBack): Promise<CameBack> {
    const changes = (await sessionsToRestore(tx.query, id, cancelledAt)).map((sessionId): SessionChange => ({
      kind: 'restore',
      sessionId,
      seenSequence: null,
      place: null,
    }));
    await lockForChanges(tx, changes);
    const judged: { one: JudgedChange; reasons: readonly Refusal[] }[] = [];
    // One after another: a session that came back already stands where the next one is judged.
    for (const change of changes) judged.push(...(await this.restoreOne(tx, change)));
    await this.bulletin.execute(
      tx,
      judged.filter(({ reasons }) => reasons.length === 0).map(({ one }) => one),
    );
    return {
      kind: 'sessions',
      back: judged.filter(({ reasons }) => reasons.length === 0).map(({ one }) => said(one)),
      away: judged.filter(({ reasons }) => reasons.length > 0).map(({ one, reasons }) => ({ ...said(one), reasons })),
    };
  }

  private async restoreOne(
    tx: Transaction,
    change: SessionChange,
  ): Promise<{ one: JudgedChange; reasons: readonly Refusal[] }[]> {
    const { timetable, inHand } = await changeFacts(tx.query, [change], tx.now);
    const judged = judgeChanges(timetable, inHand);
    const reasons = reasonsOf(judged, null);
    if (reasons.length === 0) for (const one of judged) await writeChange(tx, one, null);
    return judged.map((one) => ({ one, reasons }));
  }
}

function said({ number, session }: JudgedChange): {
  key: string;
  values: { number: number; day: string; startsAt: number; endsAt: number };
} {
  const { startsAt, endsAt } = session?.place ?? { startsAt: 0, endsAt: 0 };
  return { key: 'session.comes_back', values: { number, day: dayOf(startsAt), startsAt, endsAt } };
}
