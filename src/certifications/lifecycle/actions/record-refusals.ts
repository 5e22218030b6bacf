import { Injectable } from '@nestjs/common';
import { type Refusal, refuse } from '../../../platform/index.js';
import type { CertificateRow } from '../../core/index.js';
import { FindAlteredCertificates } from '../../register/index.js';
import type { LifecycleRefusalCode } from '../domain/refusals.js';

/** What forbids every act on a certificate before it is chosen: its record is not as it was issued. */
@Injectable()
export class RecordRefusals {
  constructor(private readonly findAltered: FindAlteredCertificates) {}

  async execute({ id, facts }: Pick<CertificateRow, 'id' | 'facts'>): Promise<Refusal<LifecycleRefusalCode>[]> {
    const isAltered = (await this.findAltered.execute([id])).size > 0;
    return isAltered ? [refuse('recordAltered', { number: facts.number })] : [];
  }
}
