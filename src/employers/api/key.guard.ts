import { createParamDecorator, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { A_MINUTE, networkOf, ProblemDetails, Throttle } from '../../platform/index.js';
import { type Caller, RecogniseKey } from '../actions/recognise-key.js';
import type { Scope } from '../domain/scopes.js';

const SCOPE = 'key scope';
const REQUESTS = { name: 'requests of a key', most: 300, within: 5 * A_MINUTE };
const WRONG_KEYS = { name: 'wrong keys', most: 60, within: 15 * A_MINUTE };
const CHALLENGE = { 'www-authenticate': 'Bearer realm="api"' };

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

/** What a key must open to come in here. */
export const NeedsScope = (scope: Scope): MethodDecorator => SetMetadata(SCOPE, scope);

/** The employer whose program asks. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!caller) throw new Error('KeyGuard does not stand before this route');
  return caller;
});

/** Lets in programs that show `Authorization: Bearer <key>`, each key so often in five minutes. */
@Injectable()
export class KeyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly recognise: RecogniseKey,
    private readonly throttle: Throttle,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (key === undefined)
      throw new ProblemDetails(401, 'key-missing', {
        detail: 'Show a key: Authorization: Bearer <key>.',
        headers: CHALLENGE,
      });
    const caller = await this.recognise.execute(key);
    if (!caller) return this.turnAway(networkOf(request.ip));
    mayGoOn(await this.throttle.hit(REQUESTS, caller.keyId));
    const scope = this.reflector.get<Scope | undefined>(SCOPE, context.getHandler());
    if (scope === undefined || !caller.scopes.includes(scope)) {
      throw new ProblemDetails(403, 'key-lacks-scope', {
        detail: `The key opens ${caller.scopes.join(', ')}; this needs ${scope ?? 'more'}.`,
        headers: { 'www-authenticate': `Bearer error="insufficient_scope"` },
      });
    }
    request.caller = caller;
    return true;
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
