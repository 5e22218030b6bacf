import { Injectable } from '@nestjs/common';
import { type Actor, NotAllowed, UnitOfWork, found } from '../../platform/index.js';
import { Account } from '../data/account.entity.js';
import { may } from '../domain/rights.js';

@Injectable()
export class ReinstateAccount {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string): Promise<{ name: string }> {
    if (!may(actor, 'account.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const account = found(await tx.lock(Account, id));
      await tx.of(Account).update({ id }, { disabledAt: null });
      await tx.audit('account.reinstated', { type: 'account', id, label: account.email });
      return { name: account.name };
    });
  }
}
