import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BodiesUnderWay } from './bodies-under-way.js';
import { TooMany } from './faults.js';
import { Throttle } from './throttle.js';
import { readUpload } from './uploads.js';
import { requestContextOf } from './request-context.js';
import { A_MINUTE } from '../durations.js';

/** Uploads in ten minutes, refused ones included. */
const OF_A_PERSON = { name: 'uploads of a person', most: 120, within: 10 * A_MINUTE };
const OF_AN_ADDRESS = { name: 'uploads of an address', most: 60, within: 10 * A_MINUTE };
/** Reads forms with files. Runs after the access guard and before the CSRF guard, whose token is in the body. */
@Injectable()
export class UploadGuard implements CanActivate {
  constructor(
    private readonly throttle: Throttle,
    private readonly bodies: BodiesUnderWay,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { upload } = request.routeOptions.config;
    if (!upload || !request.isMultipart()) return true;
    const { actor, ip } = requestContextOf(request);
    const wait =
      actor.id === null ? await this.throttle.hit(OF_AN_ADDRESS, ip) : await this.throttle.hit(OF_A_PERSON, actor.id);
    if (wait > 0) throw new TooMany(wait);
    const { raw } = context.switchToHttp().getResponse<FastifyReply>();
    request.body = await readUpload(request, upload, this.bodies.begin(ip, raw));
    return true;
  }
}
