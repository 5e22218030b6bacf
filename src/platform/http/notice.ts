import type { FastifyReply, FastifyRequest } from 'fastify';
import type { WordValues } from '../i18n/index.js';

/** What the next page says about what was just done. Travels in a signed cookie for one page. */
export interface Notice {
  readonly kind: 'good' | 'info' | 'warning';
  readonly key: string;
  readonly values: WordValues;
}

export function notice(key: string, values: WordValues = {}, kind: Notice['kind'] = 'good'): Notice {
  return { kind, key, values };
}

const COOKIE = 'notice';

export function leaveNotice(reply: FastifyReply, said: Notice): void {
  reply.setCookie(COOKIE, Buffer.from(JSON.stringify(said)).toString('base64url'), {
    path: '/', httpOnly: true, sameSite: 'lax', maxAge: 60, signed: true,
  });
}

export function takeNotice(request: FastifyRequest, reply: FastifyReply): Notice | null {
  const cookie = request.cookies[COOKIE];
  if (cookie === undefined) return null;
  reply.clearCookie(COOKIE, { path: '/' });
  const { valid, value } = request.unsignCookie(cookie);
  return valid && value ? (JSON.parse(Buffer.from(value, 'base64url').toString()) as Notice) : null;
}
