import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Verified, VerifyEmail } from '../../accounts/index.js';
import type { Transaction } from '../../platform/index.js';
import { recordIsUsed } from '../data/record-use.js';
import { Trainee } from '../data/trainee.entity.js';
import { nameKey } from '../domain/names.js';

/**
 * Somebody whom the academy had entered before signs up: once the mailbox is proven, the record with the same email
 * and name becomes theirs, with its past. Never on email alone, because families share one, and never where two fit.
 */
@Injectable()
export class ClaimRecord implements OnModuleInit {
  constructor(private readonly verifyEmail: VerifyEmail) {}

  onModuleInit(): void {
    this.verifyEmail.whenVerified((tx, account) => this.execute(tx, account));
  }

  async execute(tx: Transaction, account: Verified): Promise<void> {
    const fresh = await tx.of(Trainee).findOneBy({ accountId: account.id });
    const entered = await tx.of(Trainee).findBy({ email: account.email, accountId: IsNull() });
    const [record] = entered;
    if (
      !fresh ||
      !record ||
      entered.length > 1 ||
      nameKey(record.name) !== nameKey(fresh.name) ||
      (await recordIsUsed(tx.query, fresh.id))
    )
      return;
    await tx.of(Trainee).delete({ id: fresh.id });
    await tx.of(Trainee).update(
      { id: record.id },
      {
        accountId: account.id,
        consentAt: fresh.consentAt ?? record.consentAt,
        latinName: record.latinName ?? fresh.latinName,
        updatedAt: tx.now,
      },
    );
    await tx.audit(
      'trainee.recordClaimed',
      { type: 'trainee', id: record.id, label: record.name },
      { fresh: fresh.id },
    );
  }
}
