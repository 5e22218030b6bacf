import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Busy, TooMany } from './faults.js';
import { Throttle } from './throttle.js';
import { readUpload } from './uploads.js';
import { requestContextOf } from './request-context.js';
import { A_MINUTE } from '../durations.js';

/** Forms with files in ten minutes, refused ones among them. */
const OF_A_PERSON = { name: 'uploads of a person', most: 120, within: 10 * A_MINUTE };
const OF_AN_ADDRESS = { name: 'uploads of an address', most: 60, within: 10 * A_MINUTE };
/** Bytes that uploads under way may fill, all together and those from one address. */
const MOST_UNDER_WAY = 96 * 1024 * 1024;
const MOST_OF_AN_ADDRESS = 32 * 1024 * 1024;
/** Seconds. */
const SHORTLY = 5;

/**
 * Reads forms with files. Stands behind the guard that asks who may come in and before the one that asks for the form's
 * token, which is in the body.
 */
@Injectable()
export class UploadGuard implements CanActivate {
  private underWay = 0;
  private readonly byAddress = new Map<string, number>();

  constructor(private readonly throttle: Throttle) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { upload } = request.routeOptions.config;
    if (!upload || !request.isMultipart()) return true;
    const { actor, ip } = requestContextOf(request);
    const wait =
      actor.id === null ? await this.throttle.hit(OF_AN_ADDRESS, ip) : await this.throttle.hit(OF_A_PERSON, actor.id);
    if (wait > 0) throw new TooMany(wait);
    let reserved = 0;
    // What was read stays in memory until it is answered.
    context
      .switchToHttp()
      .getResponse<FastifyReply>()
      .raw.once('close', () => this.release(reserved, ip));
    // Only what has arrived is counted: a connection that keeps silent takes nobody's room.
    request.body = await readUpload(request, upload, (bytes) => {
      this.reserve(bytes, ip);
      reserved += bytes;
    });
    return true;
  }

  private reserve(bytes: number, ip: string): void {
    const ofAddress = this.byAddress.get(ip) ?? 0;
    if (this.underWay + bytes > MOST_UNDER_WAY) throw new Busy(SHORTLY);
    if (ofAddress + bytes > MOST_OF_AN_ADDRESS) throw new TooMany(SHORTLY);
    this.underWay += bytes;
    this.byAddress.set(ip, ofAddress + bytes);
  }

  private release(bytes: number, ip: string): void {
    const left = (this.byAddress.get(ip) ?? 0) - bytes;
    this.underWay -= bytes;
    if (left > 0) this.byAddress.set(ip, left);
    else this.byAddress.delete(ip);
  }
}
