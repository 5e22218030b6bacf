import { Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { Keys } from '../../../platform/index.js';

/** The secrets of addresses, each derived from its row's id: they stand in no table. */
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
