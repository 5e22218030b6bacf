import { found, type Transaction } from '../../platform/index.js';
import { Account } from './account.entity.js';
import { RoleGrant } from './role-grant.entity.js';
import { withdrawPassword } from './replace-password.js';
import { mayBeInvited, rolesNeedVerifiedEmail } from '../domain/administration.js';
import type { Role } from '../domain/roles.js';

/**
 * Gives a role to an account inside the caller's transaction. Somebody who signed up with the address and never proved
 * that it is theirs loses the password: the role goes to the owner of the mailbox.
 * Answers the account where its owner is to be invited, else `null`.
 */
export async function giveRole(tx: Transaction, accountId: string, role: Role): Promise<Account | null> {
  const account = found(await tx.lock(Account, accountId));
  const facts = { ...account, hasPassword: account.passwordHash !== null };
  if (rolesNeedVerifiedEmail({ ...facts, given: [role] })) await withdrawPassword(tx, accountId);
  if (!(await tx.of(RoleGrant).existsBy({ accountId, role }))) {
    await tx.of(RoleGrant).insert({ accountId, role });
    const subject = { type: 'account', id: accountId, label: account.email };
    await tx.audit('account.rolesChanged', subject, { given: [role], taken: [] });
  }
  return mayBeInvited(account) ? account : null;
}
