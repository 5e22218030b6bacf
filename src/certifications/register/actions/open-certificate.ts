import { Injectable } from '@nestjs/common';
import { type QueryFunction, ReadDatabase } from '../../../platform/index.js';
import { CheckRegister, registerRecordByToken } from '../../binding/index.js';
import { openedCertificate, type OpenedCertificate } from '../data/shown-certificate.js';

/** What the address in the QR code opens. */
@Injectable()
export class OpenCertificate {
  private readonly query: QueryFunction;

  constructor(
    reads: ReadDatabase,
    private readonly register: CheckRegister,
  ) {
    this.query = reads.query;
  }

  /** `null`: there is no such certificate. */
  async execute(token: string): Promise<OpenedCertificate | null> {
    const read = await registerRecordByToken(this.query, token);
    return read ? openedCertificate(this.query, await this.register.answer(read)) : null;
  }
}
