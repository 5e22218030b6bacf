import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, NotFound, refused, UnitOfWork } from '../../../platform/index.js';
import { LicencePool } from '../../core/index.js';
import { mayClosePool } from '../domain/licence-rules.js';
import { holdsAhead, type LicencePoolOutcome, poolLabel } from './licence-pool-profile.js';

@Injectable()
export class CloseLicencePool {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Refused while sessions ahead use the pool. @throws NotFound for an unknown or closed pool */
  execute(actor: Actor, id: string): Promise<LicencePoolOutcome> {
    if (!may(actor, 'licence.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const pool = await tx.lock(LicencePool, id);
      if (!pool || pool.closedAt !== null) throw new NotFound();
      const against = mayClosePool(await holdsAhead(tx, id));
      if (against) return refused(against);
      await tx.of(LicencePool).update({ id }, { closedAt: tx.now });
      await tx.audit('licencePool.closed', { type: 'licencePool', id, label: poolLabel(pool) });
      return { id };
    });
  }
}
