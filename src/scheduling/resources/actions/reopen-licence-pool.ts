import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, NotFound, UnitOfWork } from '../../../platform/index.js';
import { LicencePool } from '../../core/index.js';
import { type LicencePoolOutcome, poolLabel } from './licence-pool-profile.js';

@Injectable()
export class ReopenLicencePool {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws NotFound for an unknown or open pool */
  execute(actor: Actor, id: string): Promise<LicencePoolOutcome> {
    if (!may(actor, 'licence.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const pool = await tx.lock(LicencePool, id);
      if (!pool || pool.closedAt === null) throw new NotFound();
      await tx.of(LicencePool).update({ id }, { closedAt: null });
      await tx.audit('licencePool.reopened', { type: 'licencePool', id, label: poolLabel(pool) });
      return { id };
    });
  }
}
