import { Injectable } from '@nestjs/common';
import { A_MINUTE, Clock, fingerprint, ReadDatabase, SYSTEM, UnitOfWork } from '../../platform/index.js';
import { EmployerKey } from '../data/employer-key.entity.js';
import { keyByFingerprint } from '../data/key-queries.js';
import { looksLikeKey } from '../domain/keys.js';
import type { Scope } from '../domain/scopes.js';

/** A program that acts for an employer. */
export interface Caller {
  readonly keyId: string;
  readonly keyName: string;
  readonly employerId: string;
  readonly employer: string;
  readonly scopes: readonly Scope[];
}

@Injectable()
export class RecogniseKey {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The owner of a key; `null` if it is unknown or revoked. Records its last use, to the minute. */
  async execute(key: string): Promise<Caller | null> {
    const apiKey = looksLikeKey(key) ? await keyByFingerprint(this.reads.query, fingerprint(key)) : null;
    if (!apiKey) return null;
    if (apiKey.lastUsedAt === null || apiKey.lastUsedAt + A_MINUTE <= this.clock.now()) await this.note(apiKey.id);
    return {
      keyId: apiKey.id,
      keyName: apiKey.name,
      employerId: apiKey.employerId,
      employer: apiKey.employer,
      scopes: apiKey.scopes,
    };
  }

  private note(id: string): Promise<void> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('a key’s last use is upkeep');
      await tx.of(EmployerKey).update({ id }, { lastUsedAt: tx.now });
    });
  }
}
