import { Injectable } from '@nestjs/common';
import { type Actor, fingerprint, newToken, UnitOfWork } from '../../platform/index.js';
import { WebSession } from '../data/web-session.entity.js';
import { sessionLimits } from '../domain/session-limits.js';

@Injectable()
export class BeginSession {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Begins a web session for the account and returns its token, which is not stored. */
  async execute(actor: Actor & { readonly id: string }, browser: string): Promise<string> {
    const token = newToken();
    await this.unitOfWork.run(actor, async (tx) => {
      await tx.of(WebSession).insert({
        fingerprint: fingerprint(token),
        accountId: actor.id,
        createdAt: tx.now,
        usedAt: null,
        expiresAt: tx.now + sessionLimits(actor.roles).whole,
        browser: browser.slice(0, 200),
      });
      await tx.audit('account.signedIn', { type: 'account', id: actor.id, label: actor.email ?? actor.name });
    });
    return token;
  }
}
