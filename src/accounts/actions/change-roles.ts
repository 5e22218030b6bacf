import { Injectable } from '@nestjs/common';
import { type Actor, blockers, NotAllowed, NotFound, Refused, UnitOfWork } from '../../platform/index.js';
import { RoleGrant } from '../data/role-grant.entity.js';
import {
  type AdministrationRefusalCode,
  anAdministratorStays,
  type MailboxFacts,
  type RoleFacts,
  rolesAfter,
  rolesNeedVerifiedEmail,
  someRoleIsLeft,
} from '../domain/administration.js';
import { may } from '../domain/rights.js';
import type { AccountRefusalCode } from '../domain/refusals.js';
import type { Role } from '../domain/roles.js';
import { lockAdministrators } from '../data/lock-administrators.js';

/** Gives and removes the academy's roles. Takes effect with the person's next page. */
@Injectable()
export class ChangeRoles {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: Actor,
    id: string,
    chosen: readonly string[],
  ): Promise<{ roles: Role[] } | Refused<AccountRefusalCode | AdministrationRefusalCode>> {
    if (!may(actor, 'account.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const { account, otherAdministrators } = await lockAdministrators(tx, id);
      if (!account) throw new NotFound();
      const held = (await tx.of(RoleGrant).findBy({ accountId: id })).map(({ role }) => role).sort();
      const requested = rolesAfter(held, chosen);
      const taken = held.filter((role) => !requested.includes(role));
      const given = requested.filter((role) => !held.includes(role));
      const facts = { ...account, hasPassword: account.passwordHash !== null, held, requested, given };
      const reasons = blockers<
        RoleFacts & MailboxFacts & { given: Role[] },
        AccountRefusalCode | AdministrationRefusalCode
      >([someRoleIsLeft, anAdministratorStays, rolesNeedVerifiedEmail], { ...facts, otherAdministrators });
      if (reasons.length > 0) return new Refused(reasons);
      for (const role of taken) await tx.of(RoleGrant).delete({ accountId: id, role });
      if (given.length > 0) await tx.of(RoleGrant).insert(given.map((role) => ({ accountId: id, role })));
      if (taken.length + given.length === 0) tx.withoutAudit('the roles are as they were');
      else await tx.audit('account.rolesChanged', { type: 'account', id, label: account.email }, { given, taken });
      return { roles: requested };
    });
  }
}
