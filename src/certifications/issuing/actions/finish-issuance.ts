import { Injectable } from '@nestjs/common';
import { type Actor, ReadDatabase } from '../../../platform/index.js';
import { issuedBy } from '../data/issuances.js';
import { TakeIssuanceStep } from './take-issuance-step.js';

export interface IssuanceCounts {
  readonly count: number;
  readonly mailed: number;
}

@Injectable()
export class FinishIssuance {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly step: TakeIssuanceStep,
  ) {}

  /**
   * Runs all remaining steps of an issue now, for small groups, and returns the result. `later`: documents are made by
   * the background worker.
   */
  async execute(actor: Actor, issuanceId: string | null, documents: 'now' | 'later' = 'now'): Promise<IssuanceCounts> {
    if (issuanceId === null) return { count: 0, mailed: 0 };
    while (!(await this.step.execute(actor, issuanceId, documents)).finished);
    return issuedBy(this.reads.query, issuanceId);
  }
}
