import { Injectable } from '@nestjs/common';
import { type Refusal, refuse } from '../../../platform/index.js';
import type { CertificateRow } from '../../core/index.js';
import { FindAlteredCertificates } from '../../register/index.js';
import type { LifecycleRefusalCode } from '../domain/refusals.js';

/** Refusals for certificates with altered records, on which no act is allowed. */
@Injectable()
export class RecordRefusals {
  constructor(private readonly findAltered: FindAlteredCertificates) {}

  async execute({ id, facts }: Pick<CertificateRow, 'id' | 'facts'>): Promise<Refusal<LifecycleRefusalCode>[]> {
    const isAltered = (await this.findAltered.execute([id])).size > 0;
    return isAltered ? [refuse('recordAltered', { number: facts.number })] : [];
  }
}
