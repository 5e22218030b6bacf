import { Injectable } from '@nestjs/common';
import { type QueryFunction, ReadDatabase } from '../../../platform/index.js';
import { boundAmong, RegisterBinding, ReportAlteredRecord } from '../../binding/index.js';
import { receiptBy, type ReceiptRow } from '../data/receipts.js';

/** Opens a receipt if its binding holds. */
@Injectable()
export class OpenReceipt {
  private readonly query: QueryFunction;

  constructor(
    reads: ReadDatabase,
    private readonly binding: RegisterBinding,
    private readonly report: ReportAlteredRecord,
  ) {
    this.query = reads.query;
  }

  /**
   * Finds a receipt by its reference, in any spelling. `null`: this academy did not make it, even if the database has a
   * row.
   */
  async execute(typed: string): Promise<ReceiptRow | null> {
    const receipt = await receiptBy(this.query, typed);
    if (!receipt) return null;
    const bound = await boundAmong(this.query, this.binding.key, { kind: 'receipt', records: [receipt.bound] });
    if (bound.has(receipt.reference)) return receipt;
    await this.report.execute({
      subject: 'receipt',
      id: receipt.reference,
      label: receipt.reference,
      finding: 'a receipt that was not made, or was altered',
    });
    return null;
  }
}
