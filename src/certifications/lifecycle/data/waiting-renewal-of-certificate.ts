import { Injectable } from '@nestjs/common';
import { Reads } from '../../../platform/index.js';
import type { WaitingRenewal } from '../../register/index.js';
import { requestsOf } from './renewals.js';

@Injectable()
export class WaitingRenewalOfCertificate implements WaitingRenewal {
  constructor(private readonly reads: Reads) {}

  async askedAt(certificateId: string): Promise<number | null> {
    const requests = await requestsOf(this.reads.all.bind(this.reads), certificateId);
    return requests.find(({ state }) => state === 'waiting')?.askedAt ?? null;
  }
}
