import { createParamDecorator, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ProblemDetails } from '../../platform/index.js';
import type { Caller } from '../actions/recognise-key.js';
import type { Scope } from '../domain/scopes.js';
import { RecogniseProgram } from './recognise-program.js';

const SCOPE = 'key scope';

/** The scope that a key needs for this route. */
export const NeedsScope = (scope: Scope): MethodDecorator => SetMetadata(SCOPE, scope);

/** The employer's program that sends the request. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!caller) throw new Error('KeyGuard does not stand before this route');
  return caller;
});

/** Admits programs with a key whose scopes include the route's. */
@Injectable()
export class KeyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly program: RecogniseProgram,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const caller = await this.program.recognise(context.switchToHttp().getRequest<FastifyRequest>());
    const scope = this.reflector.get<Scope | undefined>(SCOPE, context.getHandler());
    if (scope === undefined || !caller.scopes.includes(scope)) {
      throw new ProblemDetails(403, 'key-lacks-scope', {
        detail: `The key opens ${caller.scopes.join(', ')}; this needs ${scope ?? 'more'}.`,
        headers: { 'www-authenticate': `Bearer error="insufficient_scope"` },
      });
    }
    return true;
  }
}
