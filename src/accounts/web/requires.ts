import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ACCESS, type Access, NotAllowed, SignInNeeded, requestContextOf } from '../../platform/index.js';
import { type Right, may } from '../domain/rights.js';

/** The route is for those who have the right to anything at all; the action checks the specific thing. */
export const Requires = (right: Right): MethodDecorator & ClassDecorator =>
  SetMetadata(ACCESS, { right } satisfies Access);

/** Guards every route. A route without declared access is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw new NotAllowed();
    if ('open' in access) return true;
    const { actor } = requestContextOf(context.switchToHttp().getRequest<FastifyRequest>());
    if (actor.id === null) throw new SignInNeeded();
    if (!may(actor, access.right as Right)) throw new NotAllowed();
    return true;
  }
}
