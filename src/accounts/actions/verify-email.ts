import { Injectable } from '@nestjs/common';
import { type Actor, refuse, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { Account } from '../data/account.entity.js';
import type { AccountRefusalCode } from '../domain/refusals.js';
import { spendToken } from '../data/account-tokens.js';
import { RecordVerification, type Verified } from './record-verification.js';

@Injectable()
export class VerifyEmail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recordVerification: RecordVerification,
  ) {}

  execute(actor: Actor, token: string): Promise<Verified | Refused<AccountRefusalCode>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const id = await spendToken(tx, token, ['emailVerification']);
      const account = id === null ? null : await tx.of(Account).findOneBy({ id });
      if (!account) return refused(refuse('linkUsedOrExpired'));
      await this.recordVerification.execute(tx, account);
      return { id: account.id, email: account.email, name: account.name };
    });
  }
}
