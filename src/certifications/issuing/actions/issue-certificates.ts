import { Injectable } from '@nestjs/common';
import { type Actor, isRefused, type Refused } from '../../../platform/index.js';
import type { IssuingRefusalCode } from '../domain/refusals.js';
import { BeginIssuance } from './begin-issuance.js';
import { FinishIssuance, type IssuanceCounts } from './finish-issuance.js';

@Injectable()
export class IssueCertificates {
  constructor(
    private readonly begin: BeginIssuance,
    private readonly finish: FinishIssuance,
  ) {}

  /**
   * Begins and finishes an issue at once, for small groups. Idempotent: a second call returns a count of 0. `later`:
   * documents are made by the background worker.
   */
  async execute(
    actor: Actor,
    code: string,
    documents: 'now' | 'later' = 'now',
  ): Promise<IssuanceCounts | Refused<IssuingRefusalCode>> {
    const begun = await this.begin.execute(actor, code);
    if (isRefused(begun)) return begun;
    const issued = await this.finish.execute(actor, begun.issuanceId, documents);
    return begun.fresh ? issued : { count: 0, mailed: 0 };
  }
}
