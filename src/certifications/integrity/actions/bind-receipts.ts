import { Injectable } from '@nestjs/common';
import { type QueryFunction, ReadDatabase, SYSTEM, UnitOfWork } from '../../../platform/index.js';
import { bindRecords, boundAmong, RegisterKey } from '../../binding/index.js';
import { receiptsAfter, type ReceiptRow } from '../../verification/index.js';

const AT_ONCE = 500;

/** `whereNoneHolds`: while one holds, the key has not changed, and one that does not hold was put in. */
export type WhenToBind = 'always' | 'whereNoneHolds';

/** Binds the receipts that are stored, as they stand. */
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

  /** Answers how many were bound. */
  async execute(when: WhenToBind): Promise<number> {
    if (when === 'whereNoneHolds' && (await this.someHolds())) return 0;
    let count = 0;
    for await (const records of this.records()) {
      await this.unitOfWork.run(SYSTEM, async (tx) => {
        tx.withoutAudit('the whole of it has one entry');
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
    for (let after = ''; ;) {
      const some = await receiptsAfter(this.query, after, AT_ONCE);
      const last = some.at(-1);
      if (!last) return;
      yield some.map(({ bound }) => bound);
      after = last.reference;
    }
  }
}
