import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import {
  Busy,
  Clock,
  fingerprint,
  LOGGER,
  ReadDatabase,
  type Recognition,
  type SignedIn,
  SYSTEM,
  UnitOfWork,
} from '../../platform/index.js';
import { accountOfWebSession } from '../data/account-with-roles.js';
import { WebSession } from '../data/web-session.entity.js';
import { isSessionOver, USE_RECORDED_EVERY } from '../domain/session-limits.js';

/** Tells the platform whose browser sends a request, by the token in its cookie. */
@Injectable()
export class RecogniseSession implements Recognition {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async recognise(token: string): Promise<SignedIn | null> {
    const sessionId = fingerprint(token);
    const found = await accountOfWebSession(this.reads.query, sessionId);
    const now = this.clock.now();
    if (!found || isSessionOver(found, found.roles, now)) return null;
    const { createdAt, usedAt, ...actor } = found;
    if (now >= (usedAt ?? createdAt) + USE_RECORDED_EVERY) await this.recordUse(sessionId);
    return { sessionId, actor };
  }

  private async recordUse(sessionId: string): Promise<void> {
    try {
      await this.unitOfWork.run(SYSTEM, async (tx) => {
        tx.withoutAudit('the use of a session is upkeep');
        await tx.of(WebSession).update({ fingerprint: sessionId }, { usedAt: tx.now });
      });
    } catch (error) {
      // A page must not fail for this, on a full disk either: the next request tries again.
      if (!(error instanceof Busy)) this.log.error({ err: error }, 'the use of a session could not be recorded');
    }
  }
}
