import { Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { Keys } from '../../../platform/index.js';

/** Derives the secret of an address from its row's id; secrets are not stored. */
@Injectable()
export class FeedSecrets {
  private readonly key: string;

  constructor(keys: Keys) {
    this.key = keys.of('calendar-feeds');
  }

  of(id: string): string {
    return createHmac('sha256', this.key).update(id).digest('base64url');
  }
}
