import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/index.js';
import {
  changeFacts,
  freeHolds,
  type JudgedChange,
  lockForChanges,
  type SessionChange,
  TIMETABLE_CHANGES,
  type TimetableChanges,
  writeChange,
} from '../../core/index.js';
import { sessionsToCancel } from '../data/sessions-of-cohort.js';

/** Part of a cohort's cancellation, inside its transaction and audit entry. */
@Injectable()
export class CancelCohortSessions {
  constructor(@Inject(TIMETABLE_CHANGES) private readonly bulletin: TimetableChanges) {}

  /**
   * Cancels the sessions ahead and returns their number. The cohort's own email notifies the trainees; the bulletin
   * notifies the instructors.
   */
  async execute(tx: Transaction, cohortId: string): Promise<number> {
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
      proposed: null,
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
}
