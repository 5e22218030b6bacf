import { Injectable } from '@nestjs/common';
import { type QueryFunction, ReadDatabase } from '../../../platform/index.js';
import { CheckRecords, WatchRegister, RegisterBinding, registerRecordByToken } from '../../binding/index.js';
import { MAY_BE_GONE, openedCertificate, type OpenedCertificate } from '../data/shown-certificate.js';

/** Opens a certificate by the address in its QR code. */
@Injectable()
export class OpenCertificate {
  private readonly query: QueryFunction;

  constructor(
    reads: ReadDatabase,
    private readonly register: CheckRecords,
    private readonly state: WatchRegister,
    private readonly binding: RegisterBinding,
  ) {
    this.query = reads.query;
  }

  /** `null`: there never was such a certificate. */
  async execute(token: string): Promise<OpenedCertificate | null> {
    const read = await registerRecordByToken(this.query, token);
    if (read) return openedCertificate(await this.register.answer(read));
    const id = await this.binding.idByToken(this.query, token);
    const lost = id === null ? undefined : (await this.register.execute([id])).get(id);
    if (lost) return openedCertificate(lost);
    return (await this.state.mayLackRecords()) ? MAY_BE_GONE : null;
  }
}
