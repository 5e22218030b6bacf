import type { FastifyReply, FastifyRequest } from 'fastify';
import { A_SECOND, type Config } from '../../../platform/index.js';
import { PENDING_SIGN_IN_LASTS } from '../../domain/second-factor.js';

const COOKIE = 'pending-sign-in';
/** No other page needs it. */
const PATH = '/sign-in';

export function keepPendingSignIn(reply: FastifyReply, token: string, { secure }: Config): void {
  reply.setCookie(COOKIE, token, {
    path: PATH,
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: PENDING_SIGN_IN_LASTS / A_SECOND,
  });
}

/** Empty without the cookie: no token matches it. */
export function pendingTokenOf(request: FastifyRequest): string {
  return request.cookies[COOKIE] ?? '';
}

export function dropPendingSignIn(reply: FastifyReply): void {
  reply.clearCookie(COOKIE, { path: PATH });
}
