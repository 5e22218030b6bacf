import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../employers/index.js';
import {
  A_DAY,
  Clock,
  dayOf,
  type QueryFunction,
  ReadDatabase,
  SYSTEM,
  Throttle,
  UnitOfWork,
  yieldToRequests,
} from '../../../platform/index.js';
import { Printing } from '../../documents/index.js';
import { outOfDate, withoutResult } from '../data/recheck-answers.js';
import { rowChecks, type AnswerJson, certificateJson } from '../domain/answer-row.js';
import { ROWS_PER_TRANSACTION } from '../domain/verification-list.js';
import type { RequestItem } from '../domain/request-items.js';
import { CheckForEmployer } from './check-for-employer.js';
import type { CountedAnswer } from './count-tries.js';

const CERTIFICATES = { name: 'certificates of an employer', most: 50_000, within: A_DAY };

export interface ProgramAnswer {
  /** Every answer holds at this moment. */
  readonly checkedAt: number;
  readonly results: readonly (AnswerJson & { readonly reference: string | null })[];
}

interface Question {
  readonly caller: Caller;
  readonly purpose: string;
  readonly items: readonly RequestItem[];
  /** Otherwise its audit entry is written already. */
  readonly isFirst: boolean;
}

/** How often a changed answer is recomputed before it is reported as “could not check”. */
const ROUNDS = 3;

@Injectable()
export class VerifyForProgram {
  private readonly query: QueryFunction;

  constructor(
    private readonly check: CheckForEmployer,
    private readonly unitOfWork: UnitOfWork,
    private readonly throttle: Throttle,
    private readonly printing: Printing,
    private readonly clock: Clock,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

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
    const first = await this.answer({ caller, purpose, items, isFirst: true });
    const { checkedAt, answers } = await this.asOfOneMoment({ caller, purpose }, first);
    const address = (token: string): string => this.printing.addressOf(token);
    return {
      checkedAt,
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

  /** A long request takes seconds: answers that changed meanwhile are recomputed, so that all hold at one moment. */
  private async asOfOneMoment(
    question: Pick<Question, 'caller' | 'purpose'>,
    first: readonly CountedAnswer<RequestItem>[],
  ): Promise<{ readonly checkedAt: number; readonly answers: readonly CountedAnswer<RequestItem>[] }> {
    let answers = first;
    for (let round = 0; ; round += 1) {
      // Before the register is read: what holds before and after a moment holds at it.
      const checkedAt = this.clock.now();
      const changed = await outOfDate(this.query, answers, dayOf(checkedAt));
      if (changed.size === 0) return { checkedAt, answers };
      if (round === ROUNDS)
        return { checkedAt, answers: answers.map((one) => (changed.has(one) ? withoutResult(one) : one)) };
      const items = [...changed].map(({ row }) => row);
      const repeated = (await this.answer({ ...question, items, isFirst: false })).values();
      answers = answers.map((one) => (changed.has(one) ? repeated.next().value! : one));
    }
  }

  private async answer({ caller, purpose, items, isFirst }: Question): Promise<CountedAnswer<RequestItem>[]> {
    const answers: CountedAnswer<RequestItem>[] = [];
    for (let from = 0; from < items.length; from += ROWS_PER_TRANSACTION) {
      if (from > 0) await yieldToRequests();
      const part = items.slice(from, from + ROWS_PER_TRANSACTION);
      answers.push(...(await this.part(caller, { purpose, part, all: isFirst && from === 0 ? items.length : null })));
    }
    return answers;
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
