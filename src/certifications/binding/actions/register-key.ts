import { Injectable } from '@nestjs/common';
import { Keys } from '../../../platform/index.js';

/** The key that binds the register's records, derived from the master key. */
@Injectable()
export class RegisterKey {
  /** 32 bytes. */
  readonly bytes: Buffer;

  constructor(keys: Keys) {
    this.bytes = registerKeyFrom(keys);
  }
}

export function registerKeyFrom(keys: Keys): Buffer {
  return Buffer.from(keys.of('certificate register'), 'hex');
}
