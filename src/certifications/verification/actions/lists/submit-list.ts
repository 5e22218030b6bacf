import { Injectable } from '@nestjs/common';
import {
  A_DAY,
  type Actor,
  Jobs,
  isRefused,
  newId,
  type Refusal,
  refused,
  type Refused,
  Throttle,
  refuse,
  UnitOfWork,
} from '../../../../platform/index.js';
import { RegisterBinding } from '../../../binding/index.js';
import { questionsMac } from '../../data/list-bindings.js';
import { VerificationList } from '../../data/verification-list.entity.js';
import { countUnanswered } from '../../data/verification-lists.js';
import { LIST_JOB, MOST_UNANSWERED_LISTS, truncated } from '../../domain/verification-list.js';
import type { SubmittedList } from '../../domain/list-columns.js';
import type { VerificationRefusalCode } from '../../domain/refusals.js';
import { ownEmployerOf } from './lock-own-list.js';

/** Rows of lists; those of discarded ones are given back. */
export const ROWS_A_DAY = { name: 'rows of an employer', most: 50_000, within: A_DAY };

export interface ListSubmission extends SubmittedList {
  readonly filename: string;
  readonly sha256: string;
  readonly purpose: string;
}

/**
 * Keeps an employer's list until its people have seen which columns were read: then they start it (`ResumeList`) or
 * discard it (`DiscardList`). A job answers it; `StopList` stops it.
 */
@Injectable()
export class SubmitList {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly throttle: Throttle,
    private readonly binding: RegisterBinding,
  ) {}

  async execute(
    actor: Actor,
    employerId: string,
    { rows, columns, filename, sha256, purpose }: ListSubmission,
  ): Promise<{ readonly id: string } | Refused<VerificationRefusalCode>> {
    const wait = await this.throttle.hit(ROWS_A_DAY, employerId, rows.length);
    if (wait > 0) return refused<VerificationRefusalCode>(tooManyRows(wait));
    const sent = await this.unitOfWork.run(actor, async (tx) => {
      const employer = await ownEmployerOf(tx, actor, employerId);
      if ((await countUnanswered(tx.query, employerId)) >= MOST_UNANSWERED_LISTS)
        return refused<VerificationRefusalCode>(refuse('tooManyUnanswered', { most: MOST_UNANSWERED_LISTS }, 'file'));
      const id = newId();
      const jobId = await this.jobs.start(tx, { kind: LIST_JOB, subjectId: id, total: rows.length, waits: true });
      const questions = {
        id,
        employerId,
        employerName: employer.name,
        createdByName: actor.name,
        filename: truncated(filename, 200),
        sha256,
        purpose,
        size: rows.length,
      };
      await tx.of(VerificationList).insert({
        ...questions,
        rows,
        columns,
        jobId,
        createdAt: tx.now,
        startedAt: null,
        startMac: null,
        answeredAt: null,
        answer: null,
        questionsMac: questionsMac(this.binding.key, {
          ...questions,
          rows: JSON.stringify(rows),
          columns: JSON.stringify(columns),
        }),
        answerMac: null,
      });
      await tx.audit(
        'certificates.listSent',
        { type: 'employer', id: employerId, label: employer.name },
        { count: rows.length, purpose },
      );
      return { id };
    });
    if (isRefused(sent)) await this.throttle.giveBack({ limit: ROWS_A_DAY, who: employerId }, rows.length);
    return sent;
  }
}

const tooManyRows = (wait: number): Refusal<VerificationRefusalCode> =>
  refuse('tooManyRows', { most: ROWS_A_DAY.most, hours: Math.ceil(wait / 3600) }, 'file');
