import { Injectable } from '@nestjs/common';
import { type Ask, Reads } from '../../../platform/index.js';
import { CheckRegister, isInOrder, type RegisterAnswer, registerRecordByToken } from '../../binding/index.js';
import { type ShownCertificate, shownCertificate } from '../data/shown-certificate.js';

/**
 * What the address in the QR code opens.
 * `shown` is `null` where the record is not as it was issued: nothing of it may be told.
 */
export interface OpenedCertificate {
  readonly answer: RegisterAnswer;
  readonly shown: ShownCertificate | null;
}

@Injectable()
export class OpenCertificate {
  private readonly ask: Ask;

  constructor(
    reads: Reads,
    private readonly register: CheckRegister,
  ) {
    this.ask = (query) => reads.all(query);
  }

  /** What is shown is what was checked: one reading of the record serves both. `null`: there is no such certificate. */
  async execute(token: string): Promise<OpenedCertificate | null> {
    const read = await registerRecordByToken(this.ask, token);
    if (!read) return null;
    const { record, answer } = await this.register.answer(read);
    return { answer, shown: isInOrder(answer) ? await shownCertificate(this.ask, record) : null };
  }
}
