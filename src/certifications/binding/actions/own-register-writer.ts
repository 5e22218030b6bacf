import { Injectable } from '@nestjs/common';
import type { RegisterState, RegisterWriter, SeenRegister } from '../../log/index.js';
import { RegisterKey } from './register-key.js';
import { RegisterMark } from './register-mark.js';

/** Writes the register with the academy's key, and never to a database that was rolled back. */
@Injectable()
export class OwnRegisterWriter implements RegisterWriter {
  readonly key: Buffer;

  constructor(
    key: RegisterKey,
    private readonly mark: RegisterMark,
  ) {
    this.key = key.bytes;
  }

  get seen(): SeenRegister {
    return this.mark.seen;
  }

  wrote(state: RegisterState): void {
    this.mark.saw(state);
  }
}
