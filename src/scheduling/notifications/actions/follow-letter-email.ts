import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReplaceEmail, type ReplacedEmail } from '../../../accounts/index.js';
import type { Transaction } from '../../../platform/index.js';
import { lettersOfOpenBulletins } from '../data/letters-of-open-bulletins.js';
import { BulletinEmail } from '../data/bulletin.entity.js';

/** What a coordinator has edited or dropped in an open bulletin stays so if its reader gets another address. */
@Injectable()
export class FollowLetterEmail implements OnModuleInit {
  constructor(private readonly replaceEmail: ReplaceEmail) {}

  onModuleInit(): void {
    this.replaceEmail.whenReplaced((tx, change) => this.execute(tx, change));
  }

  async execute(tx: Transaction, { from, to }: ReplacedEmail): Promise<void> {
    for (const bulletinId of await lettersOfOpenBulletins(tx.query, { of: from, without: to }))
      await tx.of(BulletinEmail).update({ bulletinId, email: from }, { email: to });
  }
}
