import { Injectable } from '@nestjs/common';
import { ReadDatabase } from '../../../platform/index.js';
import type { WaitingRenewal } from '../../register/index.js';
import { requestsOf } from './renewals.js';

@Injectable()
export class WaitingRenewalOfCertificate implements WaitingRenewal {
  constructor(private readonly reads: ReadDatabase) {}

  async requestedAt(certificateId: string): Promise<number | null> {
    const requests = await requestsOf(this.reads.query, certificateId);
    return requests.find(({ state }) => state === 'waiting')?.askedAt ?? null;
  }
}
