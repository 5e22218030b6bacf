import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { Cohort } from '../../../cohorts/index.js';
import {
  type Actor,
  dayOf,
  isRefused,
  Jobs,
  NotAllowed,
  NotFound,
  refuse,
  refused,
  type Refused,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { RegisterBinding } from '../../binding/index.js';
import { occasionOf } from '../data/candidates.js';
import { issuanceUnderWay } from '../data/issuances.js';
import type { IssuingRefusalCode } from '../domain/refusals.js';
import { ConfirmNoneCertified } from './confirm-none-certified.js';
import { planIssuance } from './plan-issuance.js';
import { type IssuancePreview, PreviewIssuance, seenOf } from './preview-issuance.js';

export interface Begun {
  readonly issuanceId: string | null;
  /** Whether this call began the issue. */
  readonly fresh: boolean;
  readonly count: number;
}

@Injectable()
export class BeginIssuance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly preview: PreviewIssuance,
    private readonly jobs: Jobs,
    private readonly binding: RegisterBinding,
    private readonly noneCertified: ConfirmNoneCertified,
  ) {}

  /**
   * Begins an issue for everybody in the cohort who completed and has no certificate: reserves numbers and starts a
   * job. If nobody is left, begins nothing: `issuanceId` is then the issue under way, or `null`.
   * @param seen the fingerprint of the preview that was shown; refused if the preview differs now
   */
  async execute(actor: Actor, code: string, seen?: string): Promise<Begun | Refused<IssuingRefusalCode>> {
    if (!may(actor, 'certificate.issue')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const { query } = tx;
      const occasion = await occasionOf(query, code);
      if (!occasion || !(await tx.lock(Cohort, occasion.cohortId))) throw new NotFound();
      const preview = await this.preview.execute(query, occasion, dayOf(tx.now));
      if (preview.blockers.length > 0 || preview.facts === null) return refused(...preview.blockers);
      const ready = preview.people.filter((person) => person.reasons.length === 0);
      if (ready.length === 0) return this.nobody(tx, preview);
      if (seen !== undefined && seen !== seenOf(preview))
        return refused<IssuingRefusalCode>(refuse('previewChangedMeanwhile'));
      if (!(await this.noneCertified.execute(tx, ready)))
        return refused<IssuingRefusalCode>(refuse('earlierCertificatesUnclear'));
      const issuanceId = await planIssuance(tx, this.jobs, {
        occasion,
        ready,
        facts: preview.facts,
        shape: preview.numbers,
        results: preview.results,
        binding: this.binding,
      });
      return isRefused(issuanceId) ? issuanceId : { issuanceId, fresh: true, count: ready.length };
    });
  }

  private async nobody(
    tx: Transaction,
    { people, occasion }: IssuancePreview,
  ): Promise<Begun | Refused<IssuingRefusalCode>> {
    const served = people.some((person) =>
      person.reasons.some(({ code }) => code === 'certificateAlreadyIssued' || code === 'certificateUnderWay'),
    );
    if (!served) return refused<IssuingRefusalCode>(refuse('nobodyToCertify'));
    tx.withoutAudit('everybody who completed has a certificate or is getting one: nothing changes');
    return { issuanceId: await issuanceUnderWay(tx.query, occasion.cohortId), fresh: false, count: 0 };
  }
}
