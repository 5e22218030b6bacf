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
import { checksOver, listsOver, looksOver, receiptsOver } from '../data/traces-over.js';
import { removeTriesOver, triesOver } from '../data/tries.js';
import { VerificationBatch } from '../data/verification-batch.entity.js';
import { VerificationReceipt } from '../data/verification-receipt.entity.js';
import { VerificationRecord } from '../data/verification-record.entity.js';

export const RETENTION_TASK = 'what-is-over';
/** Of each kind in one transaction, so that nobody waits long for the database. */
const AT_ONCE = 1_000;
/** A list has up to ten thousand rows. */
const LISTS_AT_ONCE = 5;
const LONGEST_YIELD = 500;

/**
 * Takes away, once a day, traces of people that are kept no longer.
 * Certificates, what happened to them and the log are none.
 */
@Injectable()
export class RemoveWhatIsOver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    ticker: Ticker,
  ) {
    ticker.every({ name: RETENTION_TASK, every: A_DAY, due: () => this.anyOver(), work: (turn) => this.execute(turn) });
  }

  /** One transaction with one audit line a day is usual; more follow where there is much. */
  async execute(turn: TaskTurn): Promise<void> {
    while (turn.stillHolds() && (await this.some())) await yieldToRequests(LONGEST_YIELD);
  }

  private async anyOver(): Promise<boolean> {
    const { query } = this.reads;
    const now = this.clock.now();
    for (const over of [listsOver, looksOver, checksOver, receiptsOver, triesOver])
      if ((await over(query, now, 1)).length > 0) return true;
    return false;
  }

  /** Answers whether there may be more. */
  private some(): Promise<boolean> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      const lists = await this.lists(tx);
      const { looks, checks, receipts } = await singles(tx);
      const tries = await removeTriesOver(tx, AT_ONCE);
      const removed: Partial<Record<Trace, number>> = {
        ...(lists && { lists }),
        ...(looks && { looks }),
        ...(checks && { checks }),
        ...(receipts && { receipts }),
      };
      const day = dayOf(tx.now);
      if (Object.keys(removed).length === 0) tx.withoutAudit('nothing is over');
      else await tx.audit('traces.removed', { type: 'trace', id: day, label: day }, removed);
      return lists === LISTS_AT_ONCE || [looks, checks, receipts, tries].includes(AT_ONCE);
    });
  }

  /**
   * A list goes as a whole, its signed answer with it.
   * Of its rows those stay that found a certificate: its holder reads who checked, and webhooks watch it.
   */
  private async lists(tx: Transaction): Promise<number> {
    const over = await listsOver(tx.query, tx.now, LISTS_AT_ONCE);
    for (const { id, jobId } of over) {
      await this.jobs.stop(tx, jobId);
      await tx.of(VerificationRecord).delete({ batchId: id, certificateId: IsNull() });
      await tx
        .of(VerificationRecord)
        .update({ batchId: id, certificateId: Not(IsNull()) }, { batchId: null, line: null });
      await tx.of(VerificationBatch).delete({ id });
    }
    return over.length;
  }
}

async function singles(tx: Transaction): Promise<Record<'looks' | 'checks' | 'receipts', number>> {
  const { query } = tx;
  const [looks, checks, receipts] = [
    await looksOver(query, tx.now, AT_ONCE),
    await checksOver(query, tx.now, AT_ONCE),
    await receiptsOver(query, tx.now, AT_ONCE),
  ];
  if (looks.length > 0) await tx.of(CertificateView).delete({ id: In(looks) });
  if (checks.length > 0) await tx.of(VerificationRecord).delete({ id: In(checks) });
  if (receipts.length > 0) await tx.of(VerificationReceipt).delete({ reference: In(receipts) });
  await unbindRecords(tx, 'receipt', receipts);
  return { looks: looks.length, checks: checks.length, receipts: receipts.length };
}
