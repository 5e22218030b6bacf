import { Injectable } from '@nestjs/common';
import { type QueryFunction, ReadDatabase } from '../../../platform/index.js';
import { boundAmong, RegisterBinding, ReportAlteredRecord } from '../../binding/index.js';
import { receiptBy, type ReceiptRow } from '../data/receipts.js';

/** A receipt as the product has made it. */
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
   * By its reference, however it was typed. `null`: the product has made none such, whatever stands in the database.
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
      found: 'a receipt that was not made, or was altered',
    });
    return null;
  }
}
