import { Inject, Injectable } from '@nestjs/common';
import type { RestorationPart, CancelledCohort } from '../../../cohorts/index.js';
import { dayOf, type Refusal, type Transaction } from '../../../platform/index.js';
import {
  changeFacts,
  judgeChanges,
  type JudgedChange,
  lockForChanges,
  reasonsOf,
  type SessionChange,
  TIMETABLE_CHANGES,
  type TimetableChanges,
  writeChange,
} from '../../core/index.js';
import { sessionsToRestore } from '../data/sessions-of-cohort.js';

/** Part of a cohort's restoration, inside its transaction and audit entry. */
@Injectable()
export class RestoreCohortSessions {
  constructor(@Inject(TIMETABLE_CHANGES) private readonly bulletin: TimetableChanges) {}

  /**
   * Restores the sessions that the cancellation ended if they are still possible, and gives the reasons for the others.
   */
  async execute(tx: Transaction, { id, cancelledAt }: CancelledCohort): Promise<RestorationPart> {
    const changes = (await sessionsToRestore(tx.query, id, cancelledAt)).map((sessionId): SessionChange => ({
      kind: 'restore',
      sessionId,
      seenSequence: null,
      slot: null,
    }));
    await lockForChanges(tx, changes);
    const judged: { one: JudgedChange; reasons: readonly Refusal[] }[] = [];
    // One by one, because each restored session can clash with the next.
    for (const change of changes) judged.push(...(await this.restoreOne(tx, change)));
    await this.bulletin.execute(
      tx,
      judged.filter(({ reasons }) => reasons.length === 0).map(({ one }) => one),
    );
    return {
      kind: 'sessions',
      back: judged.filter(({ reasons }) => reasons.length === 0).map(({ one }) => messageOf(one)),
      away: judged
        .filter(({ reasons }) => reasons.length > 0)
        .map(({ one, reasons }) => ({ ...messageOf(one), reasons })),
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

function messageOf({ number, session }: JudgedChange): {
  key: string;
  values: { number: number; day: string; startsAt: number; endsAt: number };
} {
  const { startsAt, endsAt } = session?.slot ?? { startsAt: 0, endsAt: 0 };
  return { key: 'session.comes_back', values: { number, day: dayOf(startsAt), startsAt, endsAt } };
}
