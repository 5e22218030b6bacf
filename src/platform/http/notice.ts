import type { FastifyReply, FastifyRequest } from 'fastify';
import type { MessageValues } from '../i18n/index.js';

/** What the next page says about what was just done. Travels in a signed cookie for one page. */
export interface Notice {
  readonly kind: 'good' | 'info' | 'warning';
  readonly key: string;
  readonly values: MessageValues;
}

export function notice(key: string, values: MessageValues = {}, kind: Notice['kind'] = 'good'): Notice {
  return { kind, key, values };
}

const COOKIE = 'notice';
const KINDS: readonly Notice['kind'][] = ['good', 'info', 'warning'];

export function leaveNotice(reply: FastifyReply, said: Notice): void {
  reply.setCookie(COOKIE, Buffer.from(JSON.stringify(said)).toString('base64url'), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    maxAge: 60,
    signed: true,
  });
}

export function takeNotice(request: FastifyRequest, reply: FastifyReply): Notice | null {
  const cookie = request.cookies[COOKIE];
  if (cookie === undefined) return null;
  reply.clearCookie(COOKIE, { path: '/' });
  const { valid, value } = request.unsignCookie(cookie);
  return valid && value ? noticeIn(Buffer.from(value, 'base64url').toString()) : null;
}

/** A signature says that we signed the value, not that it is a notice: the key signs other cookies too. */
function noticeIn(text: string): Notice | null {
  try {
    const read: unknown = JSON.parse(text);
    return isNotice(read) ? read : null;
  } catch {
    return null;
  }
}

function isNotice(read: unknown): read is Notice {
  if (typeof read !== 'object' || read === null || !('kind' in read && 'key' in read && 'values' in read)) return false;
  const { kind, key, values } = read;
  return KINDS.some((one) => one === kind) && typeof key === 'string' && typeof values === 'object' && values !== null;
}
