import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AcademyProfile } from '../actions/academy-profile.js';

const BEFORE_THE_ACADEMY = /^\/(setup|language\/|healthz|readyz)/;

/** Redirects every page to the first-run page until the academy has a name. */
@Injectable()
export class FirstRunGuard implements CanActivate {
  constructor(private readonly profile: AcademyProfile) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (this.profile.current() || BEFORE_THE_ACADEMY.test(request.url)) return true;
    void context.switchToHttp().getResponse<FastifyReply>().status(303).header('location', '/setup').send('');
    return false;
  }
}
