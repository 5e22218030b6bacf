import { Injectable } from '@nestjs/common';
import { type QueryFunction, ReadDatabase, SYSTEM, UnitOfWork } from '../../../platform/index.js';
import { bindRecords, boundAmong, RegisterKey } from '../../binding/index.js';
import { everyReceipt, type ReceiptRow } from '../../verification/index.js';

const AT_ONCE = 500;

/** `whereNoneHolds`: if one binding holds, the key has not changed, and any that does not hold was forged. */
export type WhenToBind = 'always' | 'whereNoneHolds';

/** Binds the stored receipts as they are now. */
@Injectable()
export class BindReceipts {
  private readonly query: QueryFunction;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly key: RegisterKey,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

  /** Returns how many were bound. */
  async execute(when: WhenToBind): Promise<number> {
    if (when === 'whereNoneHolds' && (await this.someHolds())) return 0;
    let count = 0;
    for await (const records of this.records()) {
      await this.unitOfWork.run(SYSTEM, async (tx) => {
        tx.withoutAudit('one entry covers the whole run');
        await bindRecords(tx, this.key.bytes, { kind: 'receipt', records });
      });
      count += records.length;
    }
    return count;
  }

  private async someHolds(): Promise<boolean> {
    for await (const records of this.records())
      if ((await boundAmong(this.query, this.key.bytes, { kind: 'receipt', records })).size > 0) return true;
    return false;
  }

  private async *records(): AsyncGenerator<readonly ReceiptRow['bound'][]> {
    for await (const some of everyReceipt(this.query, AT_ONCE)) yield some.map(({ bound }) => bound);
  }
}
