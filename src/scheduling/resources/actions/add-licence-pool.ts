import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, newId, NotAllowed, refused, UnitOfWork } from '../../../platform/index.js';
import { LicencePool } from '../../core/index.js';
import { poolTermsHold } from '../domain/licence-rules.js';
import { type LicencePoolOutcome, type LicencePoolProfile, otherPools, poolLabel } from './licence-pool-profile.js';

@Injectable()
export class AddLicencePool {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, profile: LicencePoolProfile): Promise<LicencePoolOutcome> {
    if (!may(actor, 'licence.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const against = poolTermsHold({ to: profile, others: await otherPools(tx, null), ahead: [] });
      if (against.length > 0) return refused(...against);
      const id = newId();
      await tx.of(LicencePool).insert({ id, ...profile, createdAt: tx.now, closedAt: null });
      await tx.audit('licencePool.added', { type: 'licencePool', id, label: poolLabel(profile) }, { ...profile });
      return { id };
    });
  }
}
