import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Config, type Flash, seeOther, type SeeOther } from '../../../platform/index.js';
import type { SignInOutcome } from '../../actions/second-factor/begin-sign-in.js';
import { homeOf } from '../../domain/roles.js';
import { keepSession } from '../session-cookie.js';
import { keepPendingSignIn } from './pending-cookie.js';

export interface NextPage {
  /** A path of this site; `null`: the start page of the role. */
  readonly next: string | null;
  /** Once a session has begun. */
  readonly notice?: Flash;
}

/** The page after a right password: the one that was asked for, or the one that asks for the second factor. */
export function afterPassword(
  http: { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly config: Config },
  outcome: SignInOutcome,
  { next, notice }: NextPage,
): SeeOther {
  if ('pendingToken' in outcome) {
    keepPendingSignIn(http.reply, outcome.pendingToken, http.config);
    return seeOther(next === null ? '/sign-in/code' : `/sign-in/code?next=${encodeURIComponent(next)}`);
  }
  keepSession(http, outcome, http.config);
  return seeOther(next ?? homeOf(outcome.roles), notice ?? null);
}
