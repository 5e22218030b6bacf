import { Injectable } from '@nestjs/common';
import type { EnrolmentOutcome, OutcomeBindings } from '../../../attendance/index.js';
import type { Transaction } from '../../../platform/index.js';
import { bindRecords } from '../data/bind-records.js';
import { boundOutcome } from '../data/bound-outcomes.js';
import { RegisterKey } from './register-key.js';

/** Binds how people completed a cohort: certificates are issued on it later. */
@Injectable()
export class BindOutcomes implements OutcomeBindings {
  constructor(private readonly key: RegisterKey) {}

  async execute(tx: Transaction, outcomes: readonly EnrolmentOutcome[]): Promise<void> {
    await bindRecords(tx, this.key.bytes, { kind: 'outcome', records: outcomes.map(boundOutcome) });
  }
}
