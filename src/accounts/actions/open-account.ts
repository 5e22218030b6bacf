import { newId, type Transaction } from '../../platform/index.js';
import { Account } from '../data/account.entity.js';
import { RoleGrant } from '../data/role-grant.entity.js';
import type { Role } from '../domain/roles.js';

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly language: string;
  readonly roles: readonly Role[];
  readonly emailVerified: boolean;
}

/** Creates an account in the caller's transaction. Returns its id, or `null` if the email already has one. */
export async function openAccount(tx: Transaction, input: NewAccount): Promise<string | null> {
  const email = input.email.toLowerCase();
  if (await tx.of(Account).existsBy({ email })) return null;
  const id = newId();
  await tx.of(Account).insert({
    id,
    email,
    name: input.name,
    passwordHash: input.passwordHash,
    language: input.language,
    emailVerifiedAt: input.emailVerified ? tx.now : null,
    emailCorrectedAt: null,
    disabledAt: null,
    createdAt: tx.now,
  });
  await tx.of(RoleGrant).insert(input.roles.map((role) => ({ accountId: id, role })));
  await tx.audit('account.opened', { type: 'account', id, label: email }, { roles: input.roles });
  return id;
}
