import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, refused, UnitOfWork, found } from '../../../platform/index.js';
import { LicencePool } from '../../core/index.js';
import { poolTermsHold } from '../domain/licence-rules.js';
import {
  holdsAhead,
  type LicencePoolOutcome,
  type LicencePoolProfile,
  otherPools,
  poolLabel,
} from './licence-pool-profile.js';

@Injectable()
export class ChangeLicencePool {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Refuses fewer seats or a shorter term than sessions ahead need. @throws NotFound for an unknown pool */
  execute(actor: Actor, id: string, profile: LicencePoolProfile): Promise<LicencePoolOutcome> {
    if (!may(actor, 'licence.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const pool = found(await tx.lock(LicencePool, id));
      const against = poolTermsHold({ to: profile, others: await otherPools(tx, id), ahead: await holdsAhead(tx, id) });
      if (against.length > 0) return refused(...against);
      const { kind, product, edition, vendor, agreement, seats, validFrom, validUntil } = pool;
      const from: LicencePoolProfile = { kind, product, edition, vendor, agreement, seats, validFrom, validUntil };
      await tx.of(LicencePool).update({ id }, profile);
      await tx.audit(
        'licencePool.changed',
        { type: 'licencePool', id, label: poolLabel(profile) },
        { from, to: { ...profile } },
      );
      return { id };
    });
  }
}
