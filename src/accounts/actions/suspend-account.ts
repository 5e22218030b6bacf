import { Injectable } from '@nestjs/common';
import { type Actor, NotAllowed, NotFound, refuse, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { Account } from '../data/account.entity.js';
import { RoleGrant } from '../data/role-grant.entity.js';
import { type AdministrationRefusalCode, anAdministratorStays } from '../domain/administration.js';
import { may } from '../domain/rights.js';
import type { AccountRefusalCode } from '../domain/refusals.js';
import { lockAdministrators } from '../data/lock-administrators.js';
import { endAccess } from '../data/replace-password.js';

type Code = AccountRefusalCode | AdministrationRefusalCode;

/** Disables and enables an account. The person's data stay as they are. */
@Injectable()
export class SuspendAccount {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Signs the account out everywhere and ends its mailed links. Refused for one's own account and for the last
   * administrator's.
   */
  execute(actor: Actor, id: string): Promise<{ name: string } | Refused<Code>> {
    if (!may(actor, 'account.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const { account, otherAdministrators } = await lockAdministrators(tx, id);
      if (!account) throw new NotFound();
      if (id === actor.id) return refused<Code>(refuse('ownAccountStays'));
      const held = (await tx.of(RoleGrant).findBy({ accountId: id })).map(({ role }) => role);
      const blocked = anAdministratorStays({ held, requested: [], otherAdministrators });
      if (blocked) return refused<Code>(blocked);
      if (account.disabledAt === null) await tx.of(Account).update({ id }, { disabledAt: tx.now });
      await endAccess(tx, id);
      await tx.audit('account.suspended', { type: 'account', id, label: account.email });
      return { name: account.name };
    });
  }
}
