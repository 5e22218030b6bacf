import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { StaleForm } from './faults.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Every form carries its visitor's token; a request that changes something without it is refused. */
@Injectable()
export class CsrfGuard implements CanActivate {
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (SAFE.has(request.method)) return true;
    if (request.headers['sec-fetch-site'] === 'cross-site') throw new StaleForm();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const fault = await verify(request, reply);
    if (fault) throw new StaleForm();
    return true;
  }
}

/** The plugin answers by itself when it refuses; here its refusal becomes ours. */
function verify(request: FastifyRequest, reply: FastifyReply): Promise<Error | null> {
  return new Promise((resolve) => {
    const listening = Object.create(reply, { send: { value: (fault: Error) => resolve(fault) } }) as FastifyReply;
    request.server.csrfProtection(request, listening, () => resolve(null));
  });
}
