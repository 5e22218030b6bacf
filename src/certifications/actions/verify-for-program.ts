import { Injectable } from '@nestjs/common';
import type { Caller } from '../../employers/index.js';
import { Clock, SYSTEM, Throttle, UnitOfWork } from '../../platform/index.js';
import { rowChecks, type ToldAnswer, toldCertificate } from '../domain/answer-row.js';
import type { AskedItem } from '../domain/asked-items.js';
import { Printing } from '../paper/printing.js';
import { CheckForEmployer } from './check-for-employer.js';

const CERTIFICATES = { name: 'certificates of an employer', most: 50_000, within: 24 * 3600_000 };

export interface ProgramAnswer {
  readonly checkedAt: number;
  readonly results: readonly (ToldAnswer & { readonly reference: string | null })[];
}

@Injectable()
export class VerifyForProgram {
  constructor(
    private readonly check: CheckForEmployer, private readonly unitOfWork: UnitOfWork, private readonly throttle: Throttle, private readonly printing: Printing, private readonly clock: Clock,
  ) {}

  /** Answers and keeps every item. `wait`: whole seconds, where the employer has asked about too many certificates today. */
  async of(caller: Caller, purpose: string, items: readonly AskedItem[]): Promise<ProgramAnswer | { readonly wait: number }> {
    const wait = await this.throttle.hit(CERTIFICATES, caller.employerId, items.length);
    if (wait > 0) return { wait };
    const answers = await this.check.answer(caller.employerId, items);
    await this.unitOfWork.run({ ...SYSTEM, name: `${caller.employer} · ${caller.keyName}` }, async (tx) => {
      await this.check.keep(tx, { kind: 'api', employerId: caller.employerId, purpose, askedBy: caller.keyName, keyId: caller.keyId }, answers);
      await tx.audit('certificates.verified', { type: 'employer', id: caller.employerId, label: caller.employer }, { count: items.length, purpose });
    });
    const address = (token: string): string => this.printing.addressOf(token);
    return {
      checkedAt: this.clock.now(),
      results: answers.map(({ row, verification }) => ({
        reference: row.reference, number: row.number, name: row.name, verdict: verification.verdict, checks: rowChecks(verification),
        certificate: verification.certificate && toldCertificate(verification.certificate, address),
      })),
    };
  }
}
