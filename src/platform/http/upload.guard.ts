import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BodiesUnderWay } from './bodies-under-way.js';
import { TooMany } from './faults.js';
import { Throttle } from './throttle.js';
import { readUpload } from './uploads.js';
import { requestContextOf } from './request-context.js';
import { A_MINUTE } from '../durations.js';

/** Forms with files in ten minutes, refused ones among them. */
const OF_A_PERSON = { name: 'uploads of a person', most: 120, within: 10 * A_MINUTE };
const OF_AN_ADDRESS = { name: 'uploads of an address', most: 60, within: 10 * A_MINUTE };
/**
 * Reads forms with files. Stands behind the guard that asks who may come in and before the one that asks for the form's
 * token, which is in the body.
 */
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
