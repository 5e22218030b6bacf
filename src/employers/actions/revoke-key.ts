import { Injectable } from '@nestjs/common';
import { type Actor, NotFound, UnitOfWork } from '../../platform/index.js';
import { EmployerKey } from '../data/employer-key.entity.js';
import { lockOwn } from './lock-own.js';

@Injectable()
export class RevokeKey {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The key stops working. A key revoked before stays as it was. */
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
