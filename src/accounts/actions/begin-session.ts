import { Injectable } from '@nestjs/common';
import { A_DAY, type Actor, fingerprint, newToken, UnitOfWork } from '../../platform/index.js';
import { WebSession } from '../data/web-session.entity.js';

/** After thirty days the password is required again. */
export const SESSION_LASTS = 30 * A_DAY;

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
        expiresAt: tx.now + SESSION_LASTS,
        browser: browser.slice(0, 200),
      });
      await tx.audit('account.signedIn', { type: 'account', id: actor.id, label: actor.email ?? actor.name });
    });
    return token;
  }
}
