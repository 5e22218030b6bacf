import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../employers/index.js';
import { A_DAY, Clock, SYSTEM, Throttle, UnitOfWork, yieldToRequests } from '../../../platform/index.js';
import { Printing } from '../../documents/index.js';
import { rowChecks, type AnswerJson, certificateJson } from '../domain/answer-row.js';
import { ROWS_PER_TRANSACTION } from '../domain/question-rows.js';
import type { RequestItem } from '../domain/request-items.js';
import { CheckForEmployer } from './check-for-employer.js';
import type { CountedAnswer } from './count-tries.js';

const CERTIFICATES = { name: 'certificates of an employer', most: 50_000, within: A_DAY };

export interface ProgramAnswer {
  readonly checkedAt: number;
  readonly results: readonly (AnswerJson & { readonly reference: string | null })[];
}

@Injectable()
export class VerifyForProgram {
  constructor(
    private readonly check: CheckForEmployer,
    private readonly unitOfWork: UnitOfWork,
    private readonly throttle: Throttle,
    private readonly printing: Printing,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers and records every item. `wait`: whole seconds, if the employer has reached its daily limit.
   */
  async execute(
    caller: Caller,
    purpose: string,
    items: readonly RequestItem[],
  ): Promise<ProgramAnswer | { readonly wait: number }> {
    const wait = await this.throttle.hit(CERTIFICATES, caller.employerId, items.length);
    if (wait > 0) return { wait };
    const answers: CountedAnswer<RequestItem>[] = [];
    for (let from = 0; from < items.length; from += ROWS_PER_TRANSACTION) {
      if (from > 0) await yieldToRequests();
      answers.push(
        ...(await this.part(caller, {
          purpose,
          part: items.slice(from, from + ROWS_PER_TRANSACTION),
          all: from === 0 ? items.length : null,
        })),
      );
    }
    const address = (token: string): string => this.printing.addressOf(token);
    return {
      checkedAt: this.clock.now(),
      results: answers.map(({ row, verification, withheld }) => ({
        reference: row.reference,
        number: row.number,
        name: row.name,
        verdict: verification.verdict,
        withheld,
        checks: rowChecks(verification),
        certificate: verification.certificate && certificateJson(verification.certificate, address),
      })),
    };
  }

  /** @param all total number of items, for the audit entry; given with the first part only */
  private async part(
    caller: Caller,
    {
      purpose,
      part,
      all,
    }: { readonly purpose: string; readonly part: readonly RequestItem[]; readonly all: number | null },
  ): Promise<CountedAnswer<RequestItem>[]> {
    const checked = await this.check.lookUp(part);
    return this.unitOfWork.run({ ...SYSTEM, name: `${caller.employer} · ${caller.keyName}` }, async (tx) => {
      if (all === null) tx.withoutAudit('the entry of the first part covers all');
      else
        await tx.audit(
          'certificates.verified',
          { type: 'employer', id: caller.employerId, label: caller.employer },
          { count: all, purpose },
        );
      return this.check.answer(
        tx,
        { kind: 'api', employerId: caller.employerId, purpose, askedBy: caller.keyName, keyId: caller.keyId },
        checked,
      );
    });
  }
}
