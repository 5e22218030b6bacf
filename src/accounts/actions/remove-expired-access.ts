import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Clock, ReadDatabase, SYSTEM, UnitOfWork } from '../../platform/index.js';
import { EmailChange } from '../data/email-change.entity.js';
import { anyExpiredAccess } from '../data/expired-access.js';
import { WebSession } from '../data/web-session.entity.js';

/** Removes web sessions that are over and new emails that nobody confirmed, which may be the addresses of others. */
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
    });
  }
}
