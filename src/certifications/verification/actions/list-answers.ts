import { Injectable } from '@nestjs/common';
import {
  Clock,
  found,
  type QueryFunction,
  ReadDatabase,
  yieldToRequests,
  storedObject,
} from '../../../platform/index.js';
import { RegisterBinding } from '../../binding/index.js';
import { Printing } from '../../documents/index.js';
import { OpenCertificates } from '../../register/index.js';
import type { StoredAnswer } from '../data/answer-rows.js';
import { AnswersAltered, boundAnswers, boundList, type BoundList, isListBound } from '../data/list-bindings.js';
import { changedInList } from '../data/recheck-answers.js';
import { foundInList } from '../data/found-in-list.js';
import { answerOfList } from '../data/verification-lists.js';
import {
  type RowChecks,
  certificateJsonInRow,
  verdictNow,
  type VerdictNow,
  verdictStillHolds,
} from '../domain/answer-row.js';
import type { AnswerRow } from '../domain/list-claims.js';
import { AnswerSigner } from './answer-signer.js';
import { VerdictsNow } from './verdicts-now.js';

/** Certificates have changed since their rows were answered; signed now, the rows would be false. */
export class AnswersOutOfDate extends Error {}

/** An answered row, with what holds today; `now` is `null` if neither answer is about a certificate. */
export interface RowToday {
  readonly row: AnswerRow;
  readonly now: VerdictNow | null;
}

/** The answered rows of a list, with the facts of their certificates. */
@Injectable()
export class ListAnswers {
  private readonly query: QueryFunction;

  constructor(
    reads: ReadDatabase,
    private readonly binding: RegisterBinding,
    private readonly open: OpenCertificates,
    private readonly verdicts: VerdictsNow,
    private readonly printing: Printing,
    private readonly clock: Clock,
    private readonly signer: AnswerSigner,
  ) {
    this.query = reads.query;
  }

  /**
   * Whether the questions and answers of a list are unaltered. Slow for a long list.
   */
  areAsAnswered(listId: string): Promise<boolean> {
    return isListBound(this.query, { key: this.binding.key, between: yieldToRequests }, listId);
  }

  /**
   * Yields the rows in order, in parts; between parts the caller yields to requests.
   * @throws AnswersAltered if the questions were altered, and at the end, if the rows were
   */
  async *execute(listId: string): AsyncGenerator<readonly RowToday[]> {
    const list = await boundList(this.query, this.binding.key, listId);
    if (!list) throw new AnswersAltered();
    for await (const stored of boundAnswers(this.query, this.binding.key, list)) {
      const { rows } = await this.withCertificates(stored);
      const asked = rows.map(({ row }) => ({ verdict: row.verdict, question: row }));
      const found = await this.verdicts.ofNotFound(asked);
      yield rows.map(({ row, now }, at) => ({ row, now: now ?? found.get(asked[at]!) ?? null }));
    }
  }

  /** Number of rows whose verdict would differ now. */
  async changed(listId: string): Promise<number> {
    const ofCertificates = await changedInList(this.query, listId, this.clock.today());
    const found = await foundInList(this.query, listId, (keys) => this.binding.idsByNumber(this.query, keys));
    return ofCertificates + found;
  }

  /** The same of a list that was checked, for signing now. @throws AnswersAltered @throws AnswersOutOfDate */
  async *executeForSigning(list: BoundList): AsyncGenerator<readonly AnswerRow[]> {
    for await (const rows of boundAnswers(this.query, this.binding.key, list)) {
      const { rows: answers, isCurrent } = await this.withCertificates(rows);
      if (!isCurrent) throw new AnswersOutOfDate();
      yield answers.map(({ row }) => row);
    }
  }

  /** The signed answer; `null` if the stored one was not signed for this list. @throws NotFound if there is none */
  async signed(list: { readonly id: string; readonly answeredAt: number }): Promise<string | null> {
    const answer = found(await answerOfList(this.query, list.id));
    return (await this.signer.isAnswerTo(answer, list)) ? answer : null;
  }

  private async withCertificates(
    stored: readonly StoredAnswer[],
  ): Promise<{ readonly rows: RowToday[]; readonly isCurrent: boolean }> {
    const ids = stored.flatMap(({ certificateId }) => certificateId ?? []);
    const opened = await this.open.execute([...new Set(ids)]);
    const address = (token: string): string => this.printing.addressOf(token);
    const today = this.clock.today();
    let isCurrent = true;
    const rows = stored.map(({ certificateId, checks, ...row }): RowToday => {
      const shown = opened.get(certificateId ?? '')?.shown ?? null;
      isCurrent &&=
        certificateId === null ||
        verdictStillHolds(row.verdict, shown?.certificate ?? null, { today, way: 'numberAndName' });
      const certificate = shown && certificateJsonInRow(row.verdict, shown.certificate, address);
      return {
        row: { ...row, checks: storedObject<RowChecks>(checks), certificate },
        now: certificateId === null ? null : verdictNow(row.verdict, shown?.certificate ?? null, today),
      };
    });
    return { rows, isCurrent };
  }
}
