import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROGRAMS } from './access.js';
import { StaleForm } from './faults.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Every form carries its visitor's CSRF token; a state-changing request without it is refused. */
@Injectable()
export class CsrfGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (
      SAFE.has(request.method) ||
      this.reflector.getAllAndOverride<boolean | undefined>(PROGRAMS, [context.getHandler(), context.getClass()])
    )
      return true;
    if (request.headers['sec-fetch-site'] === 'cross-site') throw new StaleForm();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const fault = await verify(request, reply);
    if (fault) throw new StaleForm();
    return true;
  }
}

/** The plugin would answer a refusal itself; this turns it into an error of ours. */
function verify(request: FastifyRequest, reply: FastifyReply): Promise<Error | null> {
  return new Promise((resolve) => {
    const listening = Object.create(reply, { send: { value: (fault: Error) => resolve(fault) } }) as FastifyReply;
    request.server.csrfProtection(request, listening, () => resolve(null));
  });
}
