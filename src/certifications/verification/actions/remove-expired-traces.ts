import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import {
  A_DAY,
  Clock,
  dayOf,
  Jobs,
  ReadDatabase,
  SYSTEM,
  type TaskTurn,
  Ticker,
  type Transaction,
  UnitOfWork,
  yieldToRequests,
} from '../../../platform/index.js';
import { unbindRecords } from '../../binding/index.js';
import type { Trace } from '../../core/index.js';
import { CertificateView } from '../../register/index.js';
import { expiredChecks, expiredLists, expiredViews, expiredReceipts } from '../data/expired-traces.js';
import { removeExpiredTries, expiredTries } from '../data/tries.js';
import { VerificationList } from '../data/verification-list.entity.js';
import { VerificationReceipt } from '../data/verification-receipt.entity.js';
import { VerificationRecord } from '../data/verification-record.entity.js';

export const RETENTION_TASK = 'what-is-over';
/** Rows of each kind per transaction, so that nobody waits long for the database. */
const AT_ONCE = 1_000;
/** A list has up to ten thousand rows. */
const LISTS_AT_ONCE = 5;
const LONGEST_YIELD = 500;

/**
 * Once a day, removes traces of people whose retention period is over. Certificates, their history and the log are not
 * traces.
 */
@Injectable()
export class RemoveExpiredTraces {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    ticker: Ticker,
  ) {
    ticker.every({
      name: RETENTION_TASK,
      every: A_DAY,
      due: () => this.anyExpired(),
      work: (turn) => this.execute(turn),
    });
  }

  /** Usually one transaction with one audit entry a day; more if there is much to remove. */
  async execute(turn: TaskTurn): Promise<void> {
    while (turn.stillHolds() && (await this.removeSome())) await yieldToRequests(LONGEST_YIELD);
  }

  private async anyExpired(): Promise<boolean> {
    const { query } = this.reads;
    const now = this.clock.now();
    for (const expired of [expiredLists, expiredViews, expiredChecks, expiredReceipts, expiredTries])
      if ((await expired(query, now, 1)).length > 0) return true;
    return false;
  }

  /** Returns whether there may be more. */
  private removeSome(): Promise<boolean> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      const lists = await this.removeLists(tx);
      const { looks, checks, receipts } = await removeSingles(tx);
      const tries = await removeExpiredTries(tx, AT_ONCE);
      const removed: Partial<Record<Trace, number>> = {
        ...(lists && { lists }),
        ...(looks && { looks }),
        ...(checks && { checks }),
        ...(receipts && { receipts }),
      };
      const day = dayOf(tx.now);
      if (Object.keys(removed).length === 0) tx.withoutAudit('nothing has expired');
      else await tx.audit('traces.removed', { type: 'trace', id: day, label: day }, removed);
      return lists === LISTS_AT_ONCE || [looks, checks, receipts, tries].some((count) => count >= AT_ONCE);
    });
  }

  /**
   * Removes a list with its signed answer. Rows that found a certificate stay: holders see who verified it, and
   * webhooks depend on them.
   */
  private async removeLists(tx: Transaction): Promise<number> {
    const expired = await expiredLists(tx.query, tx.now, LISTS_AT_ONCE);
    let gone = 0;
    for (const { id, jobId } of expired) {
      await this.jobs.stop(tx, jobId);
      await tx.of(VerificationRecord).delete({ batchId: id, certificateId: IsNull() });
      await tx
        .of(VerificationRecord)
        .update({ batchId: id, certificateId: Not(IsNull()) }, { batchId: null, line: null });
      gone += (await tx.of(VerificationList).delete({ id })).affected ?? 0;
    }
    return gone;
  }
}

async function removeSingles(tx: Transaction): Promise<Record<'looks' | 'checks' | 'receipts', number>> {
  const { query } = tx;
  const [looks, checks, receipts] = [
    await expiredViews(query, tx.now, AT_ONCE),
    await expiredChecks(query, tx.now, AT_ONCE),
    await expiredReceipts(query, tx.now, AT_ONCE),
  ];
  // A row whose id cannot be asked for exactly stays: count what is gone, so that this ends.
  const gone = { looks: 0, checks: 0, receipts: 0 };
  if (looks.length > 0) gone.looks = (await tx.of(CertificateView).delete({ id: In(looks) })).affected ?? 0;
  if (checks.length > 0) gone.checks = (await tx.of(VerificationRecord).delete({ id: In(checks) })).affected ?? 0;
  if (receipts.length > 0)
    gone.receipts = (await tx.of(VerificationReceipt).delete({ reference: In(receipts) })).affected ?? 0;
  await unbindRecords(tx, 'receipt', receipts);
  return gone;
}
