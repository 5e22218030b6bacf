import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReplaceEmail, type ReplacedEmail } from '../../accounts/index.js';
import type { Transaction } from '../../platform/index.js';
import { Trainee } from '../data/trainee.entity.js';

/** A trainee's email on record follows the account's, unless the office has entered another one. */
@Injectable()
export class FollowAccountEmail implements OnModuleInit {
  constructor(private readonly replaceEmail: ReplaceEmail) {}

  onModuleInit(): void {
    this.replaceEmail.whenReplaced((tx, change) => this.execute(tx, change));
  }

  async execute(tx: Transaction, { accountId, from, to }: ReplacedEmail): Promise<void> {
    const trainee = await tx.of(Trainee).findOneBy({ accountId, email: from });
    if (!trainee) return;
    await tx.of(Trainee).update({ id: trainee.id }, { email: to, updatedAt: tx.now });
    await tx.audit('trainee.changed', { type: 'trainee', id: trainee.id, label: trainee.name }, { changed: ['email'] });
  }
}
