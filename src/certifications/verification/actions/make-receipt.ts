import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { SYSTEM, UnitOfWork } from '../../../platform/index.js';
import { bindRecords, RegisterBinding } from '../../binding/index.js';
import { ALPHABET, type ReceiptMeans, type Verification } from '../../core/index.js';
import { PublishedLog } from '../../log/index.js';
import { boundReceipt } from '../data/receipts.js';
import { recheckAnswers } from '../data/recheck-answers.js';
import { VerificationReceipt } from '../data/verification-receipt.entity.js';

/** Stores a verdict under a reference that cannot be guessed. */
@Injectable()
export class MakeReceipt {
  constructor(
    private readonly log: PublishedLog,
    private readonly unitOfWork: UnitOfWork,
    private readonly binding: RegisterBinding,
  ) {}

  /** Also returns the verification to show: the certificate may have changed since the lookup. */
  async execute(
    means: ReceiptMeans,
    before: Verification,
  ): Promise<{ readonly reference: string; readonly at: number; readonly verification: Verification }> {
    const checkpoint = await this.log.checkpointToKeep();
    const reference = newReference();
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('a receipt is itself the record');
      const [{ verification } = { verification: before }] = await recheckAnswers(tx, [{ verification: before }]);
      const { verdict, checks, certificate, file } = verification;
      const receipt = {
        reference,
        at: tx.now,
        means,
        verdict,
        checks,
        certificateId: certificate?.id ?? null,
        fingerprint: file?.sha256 ?? null,
        checkpoint,
      };
      await tx.of(VerificationReceipt).insert(receipt);
      // Bind the receipt as given, not as the table stores it.
      const records = [boundReceipt({ ...receipt, checks: JSON.stringify(checks) })];
      await bindRecords(tx, this.binding.key, { kind: 'receipt', records });
      return { reference, at: tx.now, verification };
    });
  }
}

function newReference(): string {
  const characters = [...randomBytes(16)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return characters.replace(/.{4}(?=.)/g, '$&-');
}
