import { Injectable } from '@nestjs/common';
import { type Actor, fingerprint, newId, newToken, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { EmployerKey } from '../data/employer-key.entity.js';
import { workingKeys } from '../data/key-queries.js';
import { KEY_MARK, keyBlockers, scopesFrom, startOf } from '../domain/keys.js';
import type { EmployerRefusalCode } from '../domain/refusals.js';
import { lockOwn } from './lock-own.js';

export interface KeyInput {
  readonly employerId: string;
  readonly name: string;
  readonly scopes: readonly string[];
}

@Injectable()
export class MakeKey {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Creates a key for an employer's programs. The result contains the key itself, which is not stored. */
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
