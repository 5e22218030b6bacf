import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { Cohort } from '../../../cohorts/index.js';
import {
  type Actor,
  dayOf,
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
import { planIssuance } from './plan-issuance.js';
import { type IssuancePreview, PreviewIssuance, seenOf } from './preview-issuance.js';

export interface Begun {
  readonly issuanceId: string | null;
  /** Whether this call began it. */
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
  ) {}

  /**
   * Begins an issue to everybody of the cohort who completed and has none: numbers are reserved, a job does the rest.
   * Where all hold theirs, or get them just now, nothing is begun: `issuanceId` is the issue under way, or `null`.
   * @param seen the fingerprint of the preview that was shown; refused where it is another by now
   */
  async execute(actor: Actor, code: string, seen?: string): Promise<Begun | Refused<IssuingRefusalCode>> {
    if (!may(actor, 'certificate.issue')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const { query } = tx;
      const known = await occasionOf(query, code);
      if (!known || !(await tx.lock(Cohort, known.cohortId))) throw new NotFound();
      const preview = await this.preview.execute(query, known, dayOf(tx.now));
      if (preview.blockers.length > 0 || preview.facts === null) return refused(...preview.blockers);
      const ready = preview.people.filter((person) => person.reasons.length === 0);
      if (ready.length === 0) return this.nobody(tx, preview);
      if (seen !== undefined && seen !== seenOf(preview))
        return refused<IssuingRefusalCode>(refuse('previewChangedMeanwhile'));
      const issuanceId = await planIssuance(tx, this.jobs, {
        occasion: known,
        ready,
        facts: preview.facts,
        results: preview.results,
        binding: this.binding,
      });
      return issuanceId === null
        ? refused<IssuingRefusalCode>(refuse('numbersExhausted'))
        : { issuanceId, fresh: true, count: ready.length };
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
    tx.withoutAudit('everybody who completed holds a certificate or gets it just now: nothing changes');
    return { issuanceId: await issuanceUnderWay(tx.query, occasion.cohortId), fresh: false, count: 0 };
  }
}
