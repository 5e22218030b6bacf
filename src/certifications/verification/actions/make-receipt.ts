import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { ReadDatabase, SYSTEM, UnitOfWork } from '../../../platform/index.js';
import { bindRecords, RegisterBinding } from '../../binding/index.js';
import type { ReceiptMeans, Verification } from '../../core/index.js';
import { logHead } from '../../log/index.js';
import { boundReceipt } from '../data/receipts.js';
import { stillSo } from '../data/still-so.js';
import { VerificationReceipt } from '../data/verification-receipt.entity.js';

/** Without letters that are read as digits. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Keeps what somebody was told, under a reference that cannot be guessed. */
@Injectable()
export class MakeReceipt {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly binding: RegisterBinding,
  ) {}

  /** Answers what may be told with it, too: a certificate may have changed since it was looked at. */
  async execute(
    means: ReceiptMeans,
    looked: Verification,
  ): Promise<{ readonly reference: string; readonly at: number; readonly verification: Verification }> {
    const head = await logHead(this.reads.query);
    const reference = newReference();
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('a receipt is itself the record');
      const [{ verification } = { verification: looked }] = await stillSo(tx, [{ verification: looked }]);
      const { verdict, checks, certificate, file } = verification;
      const receipt = {
        reference,
        at: tx.now,
        means,
        verdict,
        checks,
        certificateId: certificate?.id ?? null,
        fingerprint: file?.sha256 ?? null,
        checkpoint: head?.checkpoint ?? null,
      };
      await tx.of(VerificationReceipt).insert(receipt);
      // Bound as it was told, not as it stands in the table.
      const records = [boundReceipt({ ...receipt, checks: JSON.stringify(checks) })];
      await bindRecords(tx, this.binding.key, { kind: 'receipt', records });
      return { reference, at: tx.now, verification };
    });
  }
}

function newReference(): string {
  const characters = [...randomBytes(16)].map((byte) => LETTERS[byte % 32]).join('');
  return characters.replace(/.{4}(?=.)/g, '$&-');
}
