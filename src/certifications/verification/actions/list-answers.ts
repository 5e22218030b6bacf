import { Injectable } from '@nestjs/common';
import { Clock, found, type QueryFunction, ReadDatabase, yieldToRequests } from '../../../platform/index.js';
import { RegisterBinding } from '../../binding/index.js';
import { Printing } from '../../documents/index.js';
import { macHolds, macOf } from '../../log/index.js';
import { OpenCertificates } from '../../register/index.js';
import { answerRows, type StoredAnswer } from '../data/answer-rows.js';
import { answerMacOf, answerOfList, boundQuestions, questionCells } from '../data/verification-lists.js';
import { type RowChecks, toldInRow, wasJudgedSo } from '../domain/answer-row.js';
import type { AnswerRow } from '../domain/list-claims.js';
import { AnswerSigner } from './answer-signer.js';
import { answersMac } from './bind-answers.js';
import { ROWS_A_UNIT } from './check-for-employer.js';

const QUESTIONS = 'listQuestions';

/** Somebody else wrote rows, or they were answered before rows were bound: nothing tells the two apart. */
export class AnswersAltered extends Error {}

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

  /** What binds a list's questions as they are taken. @param rows JSON */
  questionsMac(list: Parameters<typeof questionCells>[0]): string {
    return macOf(this.binding.key, QUESTIONS, questionCells(list));
  }

  /** Whether what a list asks is what its employer sent. */
  async areAsAsked(listId: string): Promise<boolean> {
    const bound = await boundQuestions(this.query, listId);
    return bound !== null && macHolds(this.binding.key, QUESTIONS, bound);
  }

  /**
   * Whether the rows of a list are those that were answered, to what its employer sent. Takes a while for a long one.
   */
  async areAsAnswered(listId: string): Promise<boolean> {
    if (!(await this.areAsAsked(listId))) return false;
    try {
      const rows = this.checked(listId);
      while (!(await rows.next()).done) await yieldToRequests();
      return true;
    } catch (fault) {
      if (fault instanceof AnswersAltered) return false;
      throw fault;
    }
  }

  /**
   * In their order, some at a time: between two the caller lets requests in.
   * @throws AnswersAltered at the end, where they are not those that were answered
   */
  async *execute(listId: string): AsyncGenerator<readonly AnswerRow[]> {
    for await (const rows of this.checked(listId)) yield (await this.told(rows)).answers;
  }

  /** The signed answer; `null`: what is stored was not signed to this list. @throws NotFound where there is none */
  async signed(list: { readonly id: string; readonly answeredAt: number }): Promise<string | null> {
    const answer = found(await answerOfList(this.query, list.id));
    return (await this.signer.isAnswerTo(answer, list)) ? answer : null;
  }

  /** The same, for what is signed as of now. @throws AnswersAltered @throws AnswersOutOfDate */
  async *vouched(listId: string): AsyncGenerator<readonly AnswerRow[]> {
    for await (const rows of this.checked(listId)) {
      const { answers, isCurrent } = await this.told(rows);
      if (!isCurrent) throw new AnswersOutOfDate();
      yield answers;
    }
  }

  /** The stored rows, each part as it is read. @throws AnswersAltered at the end */
  private async *checked(listId: string): AsyncGenerator<readonly StoredAnswer[]> {
    let mac: string | null = null;
    for await (const rows of answerRows(this.query, listId)) {
      mac = this.macAfter(listId, mac, rows);
      yield rows;
    }
    if (mac === null || mac !== (await answerMacOf(this.query, listId))) throw new AnswersAltered();
  }

  private macAfter(listId: string, before: string | null, rows: readonly StoredAnswer[]): string | null {
    let mac = before;
    for (let from = 0; from < rows.length; from += ROWS_A_UNIT)
      mac = answersMac(this.binding.key, [listId, mac], rows.slice(from, from + ROWS_A_UNIT));
    return mac;
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
