import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReplaceEmail, type ReplacedEmail } from '../../../accounts/index.js';
import type { Transaction } from '../../../platform/index.js';
import { Instructor } from '../../core/index.js';

/** An instructor's email on record follows the account's, unless the office has entered another one. */
@Injectable()
export class FollowInstructorEmail implements OnModuleInit {
  constructor(private readonly replaceEmail: ReplaceEmail) {}

  onModuleInit(): void {
    this.replaceEmail.whenReplaced((tx, change) => this.execute(tx, change));
  }

  async execute(tx: Transaction, { accountId, from, to }: ReplacedEmail): Promise<void> {
    const instructor = await tx.of(Instructor).findOneBy({ accountId, email: from });
    if (!instructor) return;
    await tx.of(Instructor).update({ id: instructor.id }, { email: to });
    const subject = { type: 'instructor', id: instructor.id, label: instructor.name };
    await tx.audit('instructor.changed', subject, { email: to });
  }
}
