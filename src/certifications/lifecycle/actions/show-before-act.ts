import { Injectable } from '@nestjs/common';
import { found, ReadDatabase, type Refusal, refuse } from '../../../platform/index.js';
import { certificateById, type CertificateRow } from '../../core/index.js';
import { OpenCertificates } from '../../register/index.js';
import { emailOf } from '../data/holder-reach.js';
import type { LifecycleRefusalCode } from '../domain/refusals.js';
import { seenOf } from '../domain/seen-certificate.js';

/** A certificate as the page of an act shows it. */
export interface CertificateBeforeAct {
  readonly certificate: CertificateRow;
  readonly email: string | null;
  /** What the act compares it with; empty if the record was altered: no act is allowed on it. */
  readonly seen: string;
  readonly refusals: readonly Refusal<LifecycleRefusalCode>[];
}

/** Reads a certificate for the page of an act. What is shown is what was checked. */
@Injectable()
export class ShowBeforeAct {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly open: OpenCertificates,
  ) {}

  /** @param namesEmail whether the act makes a credential, which names the address @throws NotFound */
  async execute(id: string, namesEmail: boolean): Promise<CertificateBeforeAct> {
    const { query } = this.reads;
    const opened = await this.open.byId(id);
    const checked = opened?.shown?.certificate;
    const certificate = checked ?? found(await certificateById(query, id));
    const email = await emailOf(query, certificate.traineeId);
    if (!checked) {
      const altered = refuse<LifecycleRefusalCode>('recordAltered', { number: certificate.facts.number });
      return { certificate, email, seen: '', refusals: [altered] };
    }
    const seen = seenOf({ id, state: checked.state, facts: checked.facts, email: namesEmail ? email : null });
    return { certificate, email, seen, refusals: [] };
  }
}
