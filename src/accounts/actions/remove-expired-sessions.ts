import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Clock, ReadDatabase, SYSTEM, UnitOfWork } from '../../platform/index.js';
import { anyExpiredWebSession } from '../data/expired-web-sessions.js';
import { WebSession } from '../data/web-session.entity.js';

@Injectable()
export class RemoveExpiredSessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  isDue(): Promise<boolean> {
    return anyExpiredWebSession(this.reads.query, this.clock.now());
  }

  async execute(): Promise<void> {
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('expired sessions open nothing');
      await tx.of(WebSession).delete({ expiresAt: LessThanOrEqual(tx.now) });
    });
  }
}
