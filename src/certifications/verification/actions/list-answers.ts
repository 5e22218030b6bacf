import { Injectable } from '@nestjs/common';
import { Clock, found, type QueryFunction, ReadDatabase, yieldToRequests } from '../../../platform/index.js';
import { RegisterBinding } from '../../binding/index.js';
import { Printing } from '../../documents/index.js';
import { OpenCertificates } from '../../register/index.js';
import type { StoredAnswer } from '../data/answer-rows.js';
import { boundAnswers, isListBound } from '../data/list-bindings.js';
import { answerOfList } from '../data/verification-lists.js';
import { type RowChecks, toldInRow, wasJudgedSo } from '../domain/answer-row.js';
import type { AnswerRow } from '../domain/list-claims.js';
import { AnswerSigner } from './answer-signer.js';

/** Certificates have changed since rows about them were answered: signed today, the rows would be false. */
export class AnswersOutOfDate extends Error {}

/** The rows of a list as they were answered, with what the certificates say. */
@Injectable()
export class ListAnswers {
  private readonly query: QueryFunction;

  constructor(
    reads: ReadDatabase,
    private readonly binding: RegisterBinding,
    private readonly open: OpenCertificates,
    private readonly printing: Printing,
    private readonly clock: Clock,
    private readonly signer: AnswerSigner,
  ) {
    this.query = reads.query;
  }

  /**
   * Whether the rows of a list are those that were answered, to what its employer sent. Takes a while for a long one.
   */
  areAsAnswered(listId: string): Promise<boolean> {
    return isListBound(this.query, { key: this.binding.key, between: yieldToRequests }, listId);
  }

  /**
   * In their order, some at a time: between two the caller lets requests in.
   * @throws AnswersAltered at the end, where they are not those that were answered
   */
  async *execute(listId: string): AsyncGenerator<readonly AnswerRow[]> {
    for await (const rows of boundAnswers(this.query, this.binding.key, listId)) yield (await this.told(rows)).answers;
  }

  /** The same, for what is signed as of now. @throws AnswersAltered @throws AnswersOutOfDate */
  async *vouched(listId: string): AsyncGenerator<readonly AnswerRow[]> {
    for await (const rows of boundAnswers(this.query, this.binding.key, listId)) {
      const { answers, isCurrent } = await this.told(rows);
      if (!isCurrent) throw new AnswersOutOfDate();
      yield answers;
    }
  }

  /** The signed answer; `null`: what is stored was not signed to this list. @throws NotFound where there is none */
  async signed(list: { readonly id: string; readonly answeredAt: number }): Promise<string | null> {
    const answer = found(await answerOfList(this.query, list.id));
    return (await this.signer.isAnswerTo(answer, list)) ? answer : null;
  }

  private async told(rows: readonly StoredAnswer[]): Promise<{ answers: AnswerRow[]; isCurrent: boolean }> {
    const ids = rows.flatMap(({ certificateId }) => certificateId ?? []);
    const opened = await this.open.execute([...new Set(ids)]);
    const address = (token: string): string => this.printing.addressOf(token);
    const today = this.clock.today();
    let isCurrent = true;
    const answers = rows.map(({ certificateId, checks, ...row }) => {
      const shown = opened.get(certificateId ?? '')?.shown ?? null;
      isCurrent &&= certificateId === null || wasJudgedSo(row.verdict, shown?.certificate ?? null, today);
      const certificate = shown && toldInRow(row.verdict, shown.certificate, address);
      return { ...row, checks: JSON.parse(checks) as RowChecks, certificate };
    });
    return { answers, isCurrent };
  }
}
