import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
  NotAllowed,
  NotFound,
  refuse,
  refused,
  type Refused,
  UnitOfWork,
} from '../../../platform/index.js';
import { logStanding, RegisterBinding } from '../../binding/index.js';
import { Certificate, mayBecome, type RevocationClass } from '../../core/index.js';
import { IssuerKeys } from '../../issuer/index.js';
import { CertificateEmails } from '../../issuing/index.js';
import { recordEvent } from '../data/record-event.js';
import type { LifecycleRefusalCode } from '../domain/refusals.js';
import { type ActsOnSeen, seenOf } from '../domain/seen-certificate.js';

export interface Revocation {
  readonly reasonClass: RevocationClass;
  /** What the public reads. */
  readonly reason: string;
}

@Injectable()
export class RevokeCertificate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly emails: CertificateEmails,
    private readonly keys: IssuerKeys,
    private readonly binding: RegisterBinding,
  ) {}

  /** Revokes a certificate for good: reason and day become public, and the trainee is notified. @throws NotFound */
  async execute(
    actor: Actor,
    id: string,
    { reasonClass, reason, seen }: Revocation & ActsOnSeen,
  ): Promise<{ number: string } | Refused<LifecycleRefusalCode>> {
    if (!may(actor, 'certificate.revoke')) throw new NotAllowed();
    const { log } = await this.keys.ready();
    return this.unitOfWork.run(actor, async (tx) => {
      const certificate = await tx.lock(Certificate, id);
      if (certificate?.id !== id) throw new NotFound();
      const { number, facts, token, traineeId } = certificate;
      const judged = await this.binding.judge(tx, certificate);
      if (!judged) return refused<LifecycleRefusalCode>(refuse('recordAltered', { number }));
      const { state } = judged;
      if (!mayBecome(state, 'revoked')) return refused<LifecycleRefusalCode>(refuse('certificateNotValid', { number }));
      if (seen !== undefined && seen !== seenOf({ id, state, facts, email: null, terms: null }))
        return refused<LifecycleRefusalCode>(refuse('changedSinceShown', { number }));
      const standing = { state: 'revoked', revokedAt: tx.now, reason } as const;
      await tx.of(Certificate).update({ id }, standing);
      const event = await recordEvent(tx, { certificateId: id, kind: 'revoked', reason, reasonClass });
      await tx.audit('certificate.revoked', { type: 'certificate', id, label: number }, { reasonClass, reason });
      await this.emails.send(tx, 'revoked', {
        traineeId,
        token,
        facts,
        spoken: { kind: `certificate_reason.${reasonClass}` },
        values: { reason },
      });
      await this.binding.again(tx, [{ judged, written: { standing, event } }]);
      await logStanding(tx, { signer: log, keys: this.keys, register: this.binding.writer }, [{ id }]);
      return { number };
    });
  }
}
