import { Injectable } from '@nestjs/common';
import { found, ReadDatabase, type Refusal, refuse } from '../../../platform/index.js';
import { certificateById, type CertificateRow } from '../../core/index.js';
import { OpenCertificates } from '../../register/index.js';
import { emailOf } from '../data/holder-reach.js';
import { termsOf } from '../data/renewals.js';
import type { LifecycleRefusalCode } from '../domain/refusals.js';
import type { RenewalTerms } from '../domain/renewing.js';
import { seenOf } from '../domain/seen-certificate.js';

/** A certificate as the page of an act shows it. */
export interface CertificateBeforeAct {
  readonly certificate: CertificateRow;
  readonly email: string | null;
  /** `null`: no renewal, or the record was altered. */
  readonly terms: RenewalTerms | null;
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

  /** @throws NotFound */
  async execute(id: string, act: 'renewal' | 'replacement' | 'revocation'): Promise<CertificateBeforeAct> {
    const { query } = this.reads;
    const opened = await this.open.byId(id);
    const checked = opened?.shown?.certificate;
    const certificate = checked ?? found(await certificateById(query, id));
    const email = await emailOf(query, certificate.traineeId);
    if (!checked) {
      const altered = refuse<LifecycleRefusalCode>('recordAltered', { number: certificate.facts.number });
      return { certificate, email, terms: null, seen: '', refusals: [altered] };
    }
    const terms = act === 'renewal' ? await termsOf(query, checked.achievementId) : null;
    const { state, facts } = checked;
    // A revocation makes no credential that names the address.
    const seen = seenOf({ id, state, facts, email: act === 'revocation' ? null : email, terms });
    return { certificate, email, terms, seen, refusals: [] };
  }
}
