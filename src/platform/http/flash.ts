import type { FastifyReply, FastifyRequest } from 'fastify';
import type { MessageValues } from '../i18n/index.js';
import type { Refusal } from '../refusals.js';

/** A message about what was just done, shown once on the next page. Carried by a signed cookie. */
export interface Flash {
  readonly kind: 'good' | 'info' | 'warning';
  readonly key: string;
  readonly values: MessageValues;
}

export function flash(key: string, values: MessageValues = {}, kind: Flash['kind'] = 'good'): Flash {
  return { kind, key, values };
}

/** Why an act was refused, for a page that is shown again without its form. */
export function refusalFlash([first]: readonly Refusal[]): Flash | null {
  return first ? flash(`refusal.${first.code}`, first.data, 'warning') : null;
}

const COOKIE = 'notice';
const KINDS: readonly Flash['kind'][] = ['good', 'info', 'warning'];

export function leaveFlash(reply: FastifyReply, flash: Flash): void {
  reply.setCookie(COOKIE, Buffer.from(JSON.stringify(flash)).toString('base64url'), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    maxAge: 60,
    signed: true,
  });
}

export function takeFlash(request: FastifyRequest, reply: FastifyReply): Flash | null {
  const cookie = request.cookies[COOKIE];
  if (cookie === undefined) return null;
  reply.clearCookie(COOKIE, { path: '/' });
  const { valid, value } = request.unsignCookie(cookie);
  return valid && value ? flashIn(Buffer.from(value, 'base64url').toString()) : null;
}

/** The signature only proves that we signed the value, not that it is a flash: the same key signs other cookies. */
function flashIn(text: string): Flash | null {
  try {
    const read: unknown = JSON.parse(text);
    return isFlash(read) ? read : null;
  } catch {
    return null;
  }
}

function isFlash(read: unknown): read is Flash {
  if (typeof read !== 'object' || read === null || !('kind' in read && 'key' in read && 'values' in read)) return false;
  const { kind, key, values } = read;
  return KINDS.some((one) => one === kind) && typeof key === 'string' && typeof values === 'object' && values !== null;
}
