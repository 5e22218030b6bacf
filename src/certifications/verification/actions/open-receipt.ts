import { Injectable } from '@nestjs/common';
import { type QueryFunction, ReadDatabase, RecordsContradict } from '../../../platform/index.js';
import { boundAmong, RegisterBinding, ReportAlteredRecord, wasRecordBound } from '../../binding/index.js';
import { receiptBy, type ReceiptRow, referenceFrom } from '../data/receipts.js';

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
   * Finds a receipt by its reference, in any spelling. `null`: there never was one.
   * @throws RecordsContradict if it was altered or deleted in the database, or put there by something else
   */
  async execute(typed: string): Promise<ReceiptRow | null> {
    const reference = referenceFrom(typed);
    const receipt = await receiptBy(this.query, reference);
    if (!receipt && !(await wasRecordBound(this.query, 'receipt', reference))) return null;
    const records = receipt ? [receipt.bound] : [];
    const bound = await boundAmong(this.query, this.binding.key, { kind: 'receipt', records });
    if (receipt && bound.has(receipt.reference)) return receipt;
    await this.report.execute({
      subject: 'receipt',
      id: reference,
      label: reference,
      finding: 'a receipt that was not made here, was altered, or is gone',
    });
    throw new RecordsContradict(`receipt ${reference} is not as it was stored`);
  }
}
