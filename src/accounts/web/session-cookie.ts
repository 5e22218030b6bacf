import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Config, SESSION_COOKIE } from '../../platform/index.js';
import type { SessionBegun } from '../actions/second-factor/begin-sign-in.js';
import { LONGEST_SESSION } from '../domain/session-limits.js';
import { rememberBrowser } from './known-browser.js';

/** Sets the cookies with the session's token and of the known browser. */
export function keepSession(
  http: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  { token, mark }: SessionBegun,
  config: Config,
): void {
  const { reply } = http;
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.secure,
    maxAge: LONGEST_SESSION / 1000,
  });
  rememberBrowser(http, mark, config);
}

export function dropSession(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, { path: '/' });
}
