import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemDetails, type ProgramRecognition, requestContextOf, Throttle } from '../../platform/index.js';
import { type Caller, RecogniseKey } from '../actions/recognise-key.js';
import { KEY_REQUESTS, WRONG_KEYS } from './key-limits.js';

const CHALLENGE = { 'www-authenticate': 'Bearer realm="api"' };

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

/** Authenticates programs by `Authorization: Bearer <key>`, within the limits of `key-limits.ts`. */
@Injectable()
export class RecogniseProgram implements ProgramRecognition {
  constructor(
    private readonly key: RecogniseKey,
    private readonly throttle: Throttle,
  ) {}

  /**
   * The sender of this request; authenticated and counted once.
   * @throws ProblemDetails 401 without a working key, 429 above the limit
   */
  async recognise(request: FastifyRequest): Promise<Caller> {
    if (request.caller) return request.caller;
    const key = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (key === undefined)
      throw new ProblemDetails(401, 'key-missing', {
        detail: 'Show a key: Authorization: Bearer <key>.',
        headers: CHALLENGE,
      });
    const caller = await this.key.execute(key);
    if (!caller) return this.turnAway(requestContextOf(request).ip);
    mayGoOn(await this.throttle.hit(KEY_REQUESTS, caller.keyId));
    request.caller = caller;
    return caller;
  }

  private async turnAway(ip: string): Promise<never> {
    mayGoOn(await this.throttle.hit(WRONG_KEYS, ip));
    throw new ProblemDetails(401, 'key-wrong', {
      detail: 'This key is unknown or revoked.',
      headers: { 'www-authenticate': `${CHALLENGE['www-authenticate']}, error="invalid_token"` },
    });
  }
}

function mayGoOn(wait: number): void {
  if (wait > 0) throw tooMany(wait, 'Too many requests.');
}

/** @param wait whole seconds */
export function tooMany(wait: number, what: string): ProblemDetails {
  return new ProblemDetails(429, 'too-many-requests', {
    detail: `${what} Try again in ${wait} seconds.`,
    headers: { 'retry-after': String(wait) },
  });
}
