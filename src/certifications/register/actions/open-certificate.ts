import { Injectable } from '@nestjs/common';
import { type QueryFunction, ReadDatabase } from '../../../platform/index.js';
import { CheckRegister, registerRecordByToken } from '../../binding/index.js';
import { openedCertificate, type OpenedCertificate } from '../data/shown-certificate.js';

/** What the address in the QR code opens. */
@Injectable()
export class OpenCertificate {
  private readonly ask: QueryFunction;

  constructor(
    reads: ReadDatabase,
    private readonly register: CheckRegister,
  ) {
    this.ask = reads.query;
  }

  /** `null`: there is no such certificate. */
  async execute(token: string): Promise<OpenedCertificate | null> {
    const read = await registerRecordByToken(this.ask, token);
    return read ? openedCertificate(this.ask, await this.register.answer(read)) : null;
  }
}
