import { Injectable } from '@nestjs/common';
import type { Actor, Transaction } from '../../../platform/index.js';
import { hasSecondFactor } from '../../data/second-factor/factors.js';
import { beginPendingSignIn } from '../../data/second-factor/pending-sign-ins.js';
import { BeginSession } from '../begin-session.js';

export interface SessionBegun {
  readonly token: string;
  /** For the cookie of the browser (`accountMark`). */
  readonly mark: string;
  readonly roles: readonly string[];
}

/** The password was right; the second factor is awaited. */
export interface PendingSignInToken {
  /** For the browser's cookie. */
  readonly pendingToken: string;
}

export type SignInOutcome = SessionBegun | PendingSignInToken;

export interface ProvenPassword {
  readonly mark: string;
  /** The browser's `user-agent`. */
  readonly browser: string;
}

/**
 * What follows a right password, on every way in: a session, or the question for the second factor. Nothing else begins
 * a session, apart from `CompleteSignIn`.
 */
@Injectable()
export class BeginSignIn {
  constructor(private readonly beginSession: BeginSession) {}

  /** The account is locked by the caller. */
  async execute(
    tx: Transaction,
    actor: Actor & { readonly id: string },
    { mark, browser }: ProvenPassword,
  ): Promise<SignInOutcome> {
    if (await hasSecondFactor(tx.query, actor.id)) {
      tx.withoutAudit('a pending sign-in has no rights; the session that follows is recorded');
      return { pendingToken: await beginPendingSignIn(tx, actor.id) };
    }
    return { token: await this.beginSession.execute(actor, browser), mark, roles: actor.roles };
  }
}
