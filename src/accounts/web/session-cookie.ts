import type { FastifyReply } from 'fastify';
import { type Config, SESSION_COOKIE } from '../../platform/index.js';
import { SESSION_LASTS } from '../actions/begin-session.js';

/** Sets the cookie with the session's token. */
export function keepSession(reply: FastifyReply, token: string, config: Config): void {
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.secure,
    maxAge: SESSION_LASTS / 1000,
  });
}

export function dropSession(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, { path: '/' });
}
