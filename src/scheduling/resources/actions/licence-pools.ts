import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
  newId,
  NotAllowed,
  NotFound,
  refused,
  type Refused,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { LicencePool, type PoolKind } from '../../core/index.js';
import { licencePools, type PoolHold, poolHolds } from '../data/licence-queries.js';
import { mayClosePool, poolTermsHold } from '../domain/licence-rules.js';
import type { LicencePoolRefusalCode } from '../domain/refusals.js';

export interface LicencePoolProfile {
  readonly kind: PoolKind;
  readonly product: string;
  readonly edition: string | null;
  readonly vendor: string | null;
  /** The number of the agreement or order that proves it. */
  readonly agreement: string;
  readonly seats: number;
  /** Days, both included; `null`: for good. */
  readonly validFrom: string;
  readonly validUntil: string | null;
}

export type Outcome = { readonly id: string } | Refused<LicencePoolRefusalCode>;

@Injectable()
export class AddLicencePool {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, profile: LicencePoolProfile): Promise<Outcome> {
    if (!may(actor, 'licence.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const against = poolTermsHold({ to: profile, others: await others(tx, null), ahead: [] });
      if (against.length > 0) return refused(...against);
      const id = newId();
      await tx.of(LicencePool).insert({ id, ...profile, createdAt: tx.now, closedAt: null });
      await tx.audit('licencePool.added', { type: 'licencePool', id, label: named(profile) }, { ...profile });
      return { id };
    });
  }
}

@Injectable()
export class ChangeLicencePool {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Refuses fewer seats, and another term, than the sessions ahead need that use it.
   * @throws NotFound for an unknown pool.
   */
  execute(actor: Actor, id: string, profile: LicencePoolProfile): Promise<Outcome> {
    if (!may(actor, 'licence.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const pool = await tx.lock(LicencePool, id);
      if (!pool) throw new NotFound();
      const against = poolTermsHold({ to: profile, others: await others(tx, id), ahead: await ahead(tx, id) });
      if (against.length > 0) return refused(...against);
      const { kind, product, edition, vendor, agreement, seats, validFrom, validUntil } = pool;
      const from: LicencePoolProfile = { kind, product, edition, vendor, agreement, seats, validFrom, validUntil };
      await tx.of(LicencePool).update({ id }, profile);
      await tx.audit(
        'licencePool.changed',
        { type: 'licencePool', id, label: named(profile) },
        { from, to: { ...profile } },
      );
      return { id };
    });
  }
}

@Injectable()
export class CloseLicencePool {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Takes a pool out of use; refused while sessions ahead rest on it.
   * @throws NotFound for an unknown or closed pool.
   */
  execute(actor: Actor, id: string): Promise<Outcome> {
    if (!may(actor, 'licence.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const pool = await tx.lock(LicencePool, id);
      if (!pool || pool.closedAt !== null) throw new NotFound();
      const against = mayClosePool(await ahead(tx, id));
      if (against) return refused(against);
      await tx.of(LicencePool).update({ id }, { closedAt: tx.now });
      await tx.audit('licencePool.closed', { type: 'licencePool', id, label: named(pool) });
      return { id };
    });
  }
}

function ahead(tx: Transaction, poolId: string): Promise<PoolHold[]> {
  return poolHolds(tx.query, { poolId, from: tx.now });
}

async function others(tx: Transaction, ownId: string | null): Promise<readonly LicencePoolProfile[]> {
  return (await licencePools(tx.query)).filter(({ id }) => id !== ownId);
}

export function named({ product, edition }: Pick<LicencePoolProfile, 'product' | 'edition'>): string {
  return edition === null ? product : `${product} ${edition}`;
}
