import { Injectable } from '@nestjs/common';
import { A_MINUTE, type Refusal, refuse, Throttle } from '../../../platform/index.js';
import type { VerificationRefusalCode } from '../domain/refusals.js';

const LOOK_UPS = { name: 'verification', most: 40, within: 15 * A_MINUTE };
const FILES = { name: 'verification of files', most: 30, within: 15 * A_MINUTE };

/** Limits for one network address, counted in the database for all processes together. */
@Injectable()
export class VerificationLimits {
  constructor(private readonly throttle: Throttle) {}

  /** `null`: allowed. */
  lookUp(ip: string): Promise<Refusal<VerificationRefusalCode> | null> {
    return this.count(LOOK_UPS, ip);
  }

  /** A file costs more than a lookup. */
  file(ip: string): Promise<Refusal<VerificationRefusalCode> | null> {
    return this.count(FILES, ip);
  }

  private async count(limit: typeof LOOK_UPS, ip: string): Promise<Refusal<VerificationRefusalCode> | null> {
    const wait = await this.throttle.hit(limit, ip);
    return wait > 0 ? refuse('tooManyVerifications', { minutes: Math.ceil(wait / 60) }) : null;
  }
}
