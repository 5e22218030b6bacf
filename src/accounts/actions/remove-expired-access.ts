import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { Clock, ReadDatabase, SYSTEM, UnitOfWork } from '../../platform/index.js';
import { EmailChange } from '../data/email-change.entity.js';
import { anyExpiredAccess } from '../data/expired-access.js';
import { Authenticator } from '../data/second-factor/authenticator.entity.js';
import { PendingSignIn } from '../data/second-factor/pending-sign-in.entity.js';
import { WebSession } from '../data/web-session.entity.js';
import { ENROLMENT_LASTS } from '../domain/second-factor.js';

/**
 * Removes web sessions that are over, sign-ins and authenticator apps without a code, and new emails that nobody
 * confirmed, which may be the addresses of others.
 */
@Injectable()
export class RemoveExpiredAccess {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  isDue(): Promise<boolean> {
    return anyExpiredAccess(this.reads.query, this.clock.now());
  }

  async execute(): Promise<void> {
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('expired sessions and links open nothing');
      const expired = { expiresAt: LessThanOrEqual(tx.now) };
      await tx.of(WebSession).delete(expired);
      await tx.of(EmailChange).delete(expired);
      await tx.of(PendingSignIn).delete(expired);
      const createdAt = LessThanOrEqual(tx.now - ENROLMENT_LASTS);
      await tx.of(Authenticator).delete({ confirmedAt: IsNull(), createdAt });
    });
  }
}
