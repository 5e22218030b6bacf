import { Injectable } from '@nestjs/common';
import { newId, type Transaction } from '../../../platform/index.js';
import { type NumberAndName, type Verification, whyNothing } from '../../core/index.js';
import { RegisterBinding } from '../../binding/index.js';
import { macOf } from '../../log/index.js';
import { boundCheck, KEPT_CHECK } from '../data/kept-check.js';
import { recheckAnswers } from '../data/recheck-answers.js';
import { VerificationRecord } from '../data/verification-record.entity.js';
import { rowChecks } from '../domain/answer-row.js';
import { LONGEST_QUESTION, numberKeyOf, truncated, type VerificationKind } from '../domain/verification-list.js';
import type { Withheld } from '../domain/try-limits.js';
import { CountTries, type CheckedRow, type CountedAnswer } from './count-tries.js';
import { VerifyCertificate } from './verify-certificate.js';

/** Who checks for an employer, how and for what purpose. */
export interface CheckOrigin {
  readonly kind: VerificationKind;
  readonly employerId: string;
  /** `null`: the form does not ask for a purpose. */
  readonly purpose: string | null;
  readonly askedBy: string;
  readonly keyId?: string;
  readonly batchId?: string;
}

export interface KeptAnswer {
  /** `line`: in a list. `null`: a file or an address that led to no certificate. */
  readonly row: (NumberAndName & { readonly line?: number }) | null;
  readonly verification: Verification;
  readonly withheld?: Withheld | null;
}

/** Checks by employers: answered like anybody's, but recorded in the employer's history. */
@Injectable()
export class CheckForEmployer {
  constructor(
    private readonly verify: VerifyCertificate,
    private readonly tries: CountTries,
    private readonly binding: RegisterBinding,
  ) {}

  /** Looks up each row. Do not disclose the results before `answer` has counted the tries. */
  async lookUp<Row extends NumberAndName>(rows: readonly Row[]): Promise<CheckedRow<Row>[]> {
    const verifications = await this.verify.byNumbers(rows);
    return rows.map((row, at) => ({ row, verification: verifications[at]! }));
  }

  /**
   * Counts the tries, records the answers that may be disclosed and returns them. At most `ROWS_PER_TRANSACTION` rows.
   */
  async answer<Row extends NumberAndName & { readonly line?: number }>(
    tx: Transaction,
    origin: CheckOrigin,
    checked: readonly CheckedRow<Row>[],
  ): Promise<CountedAnswer<Row>[]> {
    const counted = await this.tries.execute(tx, { employerId: origin.employerId }, checked);
    return this.keep(tx, origin, counted);
  }

  /** Records questions and answers: in the employer's history, and for holders to see. */
  async keep<Answer extends KeptAnswer>(
    tx: Transaction,
    origin: CheckOrigin,
    candidates: readonly Answer[],
  ): Promise<Answer[]> {
    const answers = await recheckAnswers(tx, candidates);
    await tx.of(VerificationRecord).insert(
      answers.map((answer) => {
        const kept = {
          id: newId(),
          at: tx.now,
          kind: origin.kind,
          employerId: origin.employerId,
          purpose: origin.purpose,
          askedByName: origin.askedBy,
          reason: whyNothing(answer.verification),
          ...keptAnswer(answer),
        };
        return {
          ...kept,
          keyId: origin.keyId ?? null,
          batchId: origin.batchId ?? null,
          numberKey: answer.row && numberKeyOf(answer.row.number),
          // Bind the answer as given, not as the table stores it.
          mac: macOf(this.binding.key, KEPT_CHECK, boundCheck({ ...kept, checks: JSON.stringify(kept.checks) })),
        };
      }),
    );
    return answers;
  }
}

export function keptAnswer({
  row,
  verification,
  withheld = null,
}: KeptAnswer): Pick<
  VerificationRecord,
  'line' | 'askedNumber' | 'askedName' | 'verdict' | 'checks' | 'certificateId' | 'withheld'
> {
  return {
    line: row?.line ?? null,
    // Only lists that were sent before there was this limit have longer ones; they, too, are compared as a whole.
    askedNumber: row && truncated(row.number, LONGEST_QUESTION),
    askedName: row && truncated(row.name, LONGEST_QUESTION),
    verdict: verification.verdict,
    checks: rowChecks(verification),
    certificateId: verification.certificate?.id ?? null,
    withheld,
  };
}
