import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { A_MINUTE, networkOf, ProblemDetails, type ProgramRecognition, Throttle } from '../../platform/index.js';
import { type Caller, RecogniseKey } from '../actions/recognise-key.js';

const REQUESTS = { name: 'requests of a key', most: 300, within: 5 * A_MINUTE };
const WRONG_KEYS = { name: 'wrong keys', most: 60, within: 15 * A_MINUTE };
const CHALLENGE = { 'www-authenticate': 'Bearer realm="api"' };

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

/** Authenticates programs by `Authorization: Bearer <key>`, with a limit per key and five minutes. */
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
    if (!caller) return this.turnAway(networkOf(request.ip));
    mayGoOn(await this.throttle.hit(REQUESTS, caller.keyId));
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
