import { Injectable } from '@nestjs/common';
import { newId, type Transaction } from '../../../platform/index.js';
import { type NumberAndName, type Verification, whyNothing } from '../../core/index.js';
import { RegisterBinding } from '../../binding/index.js';
import { macOf } from '../../log/index.js';
import { boundCheck, KEPT_CHECK } from '../data/kept-check.js';
import { stillSo } from '../data/still-so.js';
import { VerificationRecord } from '../data/verification-record.entity.js';
import { rowChecks } from '../domain/answer-row.js';
import { beginningOf, askedKey, type VerificationKind } from '../domain/question-rows.js';
import type { Withheld } from '../domain/tries.js';
import { CountTries, type Judged, type ToldAnswer } from './count-tries.js';
import { VerifyCertificate } from './verify-certificate.js';

/** Who asks for an employer, how, and for which purpose. */
export interface Asking {
  readonly kind: VerificationKind;
  readonly employerId: string;
  /** `null` where none was asked for. */
  readonly purpose: string | null;
  readonly askedBy: string;
  readonly keyId?: string;
  readonly batchId?: string;
}

export interface KeptAnswer {
  /** `line`: of a list. `null`: a file, or an address, that no certificate was found by. */
  readonly row: (NumberAndName & { readonly line?: number }) | null;
  readonly verification: Verification;
  readonly withheld?: Withheld | null;
}

/** An employer's questions: answered as a stranger's are, counted, and kept. */
@Injectable()
export class CheckForEmployer {
  constructor(
    private readonly verify: VerifyCertificate,
    private readonly tries: CountTries,
    private readonly binding: RegisterBinding,
  ) {}

  /** What the register says of each row: nobody may be told it before `tell` has counted the question. */
  async lookUp<Row extends NumberAndName>(rows: readonly Row[]): Promise<Judged<Row>[]> {
    const verifications = await this.verify.byNumbers(rows);
    return rows.map((row, at) => ({ row, verification: verifications[at]! }));
  }

  /**
   * Counts the questions, keeps them with the answers that may be told, and answers those.
   * At most `ROWS_A_UNIT` at once.
   */
  async tell<Row extends NumberAndName & { readonly line?: number }>(
    tx: Transaction,
    asking: Asking,
    found: readonly Judged<Row>[],
  ): Promise<ToldAnswer<Row>[]> {
    const told = await this.tries.execute(tx, { employerId: asking.employerId }, found);
    return this.keep(tx, asking, told);
  }

  /** Keeps questions and answers, as they are told: the employer's history, and what holders see. */
  async keep<Answer extends KeptAnswer>(tx: Transaction, asking: Asking, looked: readonly Answer[]): Promise<Answer[]> {
    const answers = await stillSo(tx, looked);
    await tx.of(VerificationRecord).insert(
      answers.map((answer) => {
        const kept = {
          id: newId(),
          at: tx.now,
          kind: asking.kind,
          employerId: asking.employerId,
          purpose: asking.purpose,
          askedByName: asking.askedBy,
          reason: whyNothing(answer.verification),
          ...keptAnswer(answer),
        };
        return {
          ...kept,
          keyId: asking.keyId ?? null,
          batchId: asking.batchId ?? null,
          numberKey: answer.row && askedKey(answer.row.number),
          // Bound as it was told, not as it stands in the table.
          mac: macOf(this.binding.key, KEPT_CHECK, boundCheck({ ...kept, checks: JSON.stringify(kept.checks) })),
        };
      }),
    );
    return answers;
  }
}

/** What is kept of an answer itself. */
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
    askedNumber: row && beginningOf(row.number, 100),
    askedName: row && beginningOf(row.name, 100),
    verdict: verification.verdict,
    checks: rowChecks(verification),
    certificateId: verification.certificate?.id ?? null,
    withheld,
  };
}
