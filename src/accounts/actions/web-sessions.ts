import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import {
  type Actor,
  Clock,
  fingerprint,
  newToken,
  ReadDatabase,
  type Recognition,
  type SignedIn,
  SYSTEM,
  UnitOfWork,
} from '../../platform/index.js';
import { accountOfWebSession } from '../data/account-with-roles.js';
import { anyExpiredWebSession } from '../data/expired-web-sessions.js';
import { WebSession } from '../data/web-session.entity.js';

/** Thirty days without a password, then it is asked for again. */
export const SESSION_LASTS = 30 * 24 * 3600 * 1000;

/** Browsers that are signed in: begun with a password, recognised by their token, ended by signing out. */
@Injectable()
export class WebSessions implements Recognition {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  async recognise(token: string): Promise<SignedIn | null> {
    const sessionId = fingerprint(token);
    const actor = await accountOfWebSession(this.reads.query, sessionId, this.clock.now());
    return actor && { sessionId, actor };
  }

  /** Begins a session for the account and answers its token, which is stored nowhere. */
  async begin(actor: Actor & { readonly id: string }, browser: string): Promise<string> {
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

  async end(actor: Actor, sessionId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      await tx.of(WebSession).delete({ fingerprint: sessionId });
      await tx.audit('account.signedOut', { type: 'account', id: actor.id ?? '', label: actor.email ?? actor.name });
    });
  }

  anyExpired(): Promise<boolean> {
    return anyExpiredWebSession(this.reads.query, this.clock.now());
  }

  /** Forgets what has expired. */
  async sweep(): Promise<void> {
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('expired sessions open nothing');
      await tx.of(WebSession).delete({ expiresAt: LessThanOrEqual(tx.now) });
    });
  }
}
