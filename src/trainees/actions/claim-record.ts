import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { RecordVerification, type VerifiedMailbox } from '../../accounts/index.js';
import type { Transaction } from '../../platform/index.js';
import { recordIsUsed } from '../data/record-use.js';
import { Trainee } from '../data/trainee.entity.js';
import { nameKey } from '../domain/names.js';
import { TRAINEE_CERTIFICATES, type TraineeCertificates } from '../domain/trainee-certificates.js';
import { TRAINEE_ENROLMENTS, type TraineeEnrolments } from '../domain/trainee-enrolments.js';
import { TRAINEE_PLACEMENTS, type TraineePlacements } from '../domain/trainee-placements.js';

/**
 * When somebody signs up whom the academy has already entered: once the mailbox is verified, the record with the same
 * email and name becomes theirs, with its history. Never by email alone, because families share one, and never if two
 * records match.
 */
@Injectable()
export class ClaimRecord implements OnModuleInit {
  constructor(
    private readonly recordVerification: RecordVerification,
    @Inject(TRAINEE_ENROLMENTS) private readonly enrolments: TraineeEnrolments,
    @Inject(TRAINEE_CERTIFICATES) private readonly certificates: TraineeCertificates,
    @Inject(TRAINEE_PLACEMENTS) private readonly placements: TraineePlacements,
  ) {}

  onModuleInit(): void {
    this.recordVerification.whenVerified((tx, account) => this.execute(tx, account));
  }

  async execute(tx: Transaction, account: VerifiedMailbox): Promise<void> {
    const fresh = await tx.of(Trainee).findOneBy({ accountId: account.id });
    const entered = await tx.of(Trainee).findBy({ email: account.email, accountId: IsNull() });
    const [record] = entered;
    if (
      !fresh ||
      !record ||
      entered.length > 1 ||
      nameKey(record.name) !== nameKey(fresh.name) ||
      (await recordIsUsed(tx.query, fresh.id, [this.enrolments, this.certificates, this.placements]))
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
