import type { FastifyReply, FastifyRequest } from 'fastify';
import { A_DAY, type Config, newToken } from '../../platform/index.js';
import type { KnownBrowser } from '../domain/password-tries.js';

const COOKIE = 'known-browser';
/** Browsers allow no cookie to last longer. */
const LASTS = 400 * A_DAY;
/** A computer of a classroom has many users; those who used it last are kept. */
const MOST_MARKS = 20;
/** The signature only proves that we signed the value: the same key signs other cookies. */
const VALUE = /^known-browser ([\w-]{20,60})((?: [0-9a-f]{16}){1,20})$/;

/** The browser that asks, if somebody has signed in from it before. */
function knownBrowserOf(request: FastifyRequest): KnownBrowser | null {
  const cookie = request.cookies[COOKIE];
  if (cookie === undefined) return null;
  const { valid, value } = request.unsignCookie(cookie);
  const [, id, marks] = (valid && value !== null && VALUE.exec(value)) || [];
  return id === undefined || marks === undefined ? null : { id, marks: marks.trim().split(' ') };
}

/** What a sign-in wants to know of the browser. */
export function browserOf(request: FastifyRequest): { browser: string; knownBrowser: KnownBrowser | null } {
  return { browser: request.headers['user-agent'] ?? '', knownBrowser: knownBrowserOf(request) };
}

/** Whoever uses it has proved to be the owner of this account: its tries are counted by themselves from now on. */
export function rememberBrowser(
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  mark: string,
  { secure }: Config,
): void {
  const known = knownBrowserOf(request);
  const others = known?.marks.filter((one) => one !== mark) ?? [];
  const marks = [mark, ...others].slice(0, MOST_MARKS);
  reply.setCookie(COOKIE, ['known-browser', known?.id ?? newToken(), ...marks].join(' '), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    signed: true,
    maxAge: LASTS / 1000,
  });
}
