import { Injectable } from '@nestjs/common';
import type { OwnKeys } from '../credential/check-keys.js';

/** The academy's own keys as a check needs them. */
@Injectable()
export class KnownKeys {
  own(): Promise<OwnKeys> {
    return Promise.resolve({ assertion: [], jwt: [], paper: [] });
  }
}
