import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import {
  type Actor,
  fingerprint,
  newId,
  newToken,
  NotAllowed,
  NotFound,
  refused,
  type Refused,
  type Transaction,
  UnitOfWork,
} from '../../platform/index.js';
import { contactsOf } from '../data/contact-queries.js';
import { Employer } from '../data/employer.entity.js';
import { EmployerKey } from '../data/employer-key.entity.js';
import { workingKeys } from '../data/key-queries.js';
import { KEY_MARK, keyBlockers, scopesFrom, startOf } from '../domain/keys.js';
import type { EmployerRefusalCode } from '../domain/refusals.js';

export interface KeyInput {
  readonly employerId: string;
  readonly name: string;
  readonly scopes: readonly string[];
}

@Injectable()
export class MakeKey {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Makes a key for an employer's programs. The answer holds the key itself, which is stored nowhere. */
  execute(
    actor: Actor,
    { employerId, name, scopes }: KeyInput,
  ): Promise<{ readonly id: string; readonly key: string } | Refused<EmployerRefusalCode>> {
    const key = `${KEY_MARK}${newToken()}`;
    return this.unitOfWork.run(actor, async (tx) => {
      const employer = await lockOwn(tx, actor, employerId);
      const opens = scopesFrom(scopes);
      const reasons = keyBlockers({ scopes: opens, working: await workingKeys(tx.query, employerId) });
      if (reasons.length > 0) return refused(...reasons);
      const id = newId();
      await tx.of(EmployerKey).insert({
        id,
        employerId,
        name,
        start: startOf(key),
        fingerprint: fingerprint(key),
        scopes: opens,
        createdAt: tx.now,
        createdByName: actor.name,
        lastUsedAt: null,
        revokedAt: null,
        revokedByName: null,
      });
      await tx.audit(
        'employerKey.made',
        { type: 'employer', id: employerId, label: employer.name },
        { name, scopes: opens },
      );
      return { id, key };
    });
  }
}

@Injectable()
export class RevokeKey {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** From now on the key opens nothing. A key that was revoked before stays as it was. */
  execute(actor: Actor, employerId: string, keyId: string): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const employer = await lockOwn(tx, actor, employerId);
      const key = await tx.lock(EmployerKey, keyId);
      if (!key || key.employerId !== employerId) throw new NotFound();
      if (key.revokedAt !== null) {
        tx.withoutAudit('it was revoked before');
        return;
      }
      await tx.of(EmployerKey).update({ id: keyId }, { revokedAt: tx.now, revokedByName: actor.name });
      await tx.audit(
        'employerKey.revoked',
        { type: 'employer', id: employerId, label: employer.name },
        { name: key.name },
      );
    });
  }
}

/** Locks the employer, whose access the actor may keep. */
export async function lockOwn(tx: Transaction, actor: Actor, employerId: string): Promise<Employer> {
  const employer = await tx.lock(Employer, employerId);
  if (!employer) throw new NotFound();
  const ownerIds = (await contactsOf(tx.query, employerId)).map(({ accountId }) => accountId);
  if (!may(actor, 'employerAccess.manage', { ownerIds })) throw new NotAllowed();
  return employer;
}
