import { Injectable } from '@nestjs/common';
import {
  Clock,
  found,
  type QueryFunction,
  ReadDatabase,
  yieldToRequests,
  storedObject,
} from '../../../../platform/index.js';
import { RegisterBinding, RegisterMark, ReportAlteredRecord } from '../../../binding/index.js';
import { Printing } from '../../../documents/index.js';
import { OpenCertificates } from '../../../register/index.js';
import type { StoredAnswer } from '../../data/answer-rows.js';
import { AnswersAltered, answersAsSigned, boundAnswers, boundList, type BoundList } from '../../data/list-bindings.js';
import { ComparedAnswers, type ShownAnswers } from '../../data/compared-answers.js';
import { changedInList } from '../../data/recheck-answers.js';
import { foundInList } from '../../data/found-in-list.js';
import { answerOfList, boundQuestions } from '../../data/verification-lists.js';
import {
  type RowChecks,
  certificateJsonInRow,
  verdictNow,
  type VerdictNow,
  verdictStillHolds,
} from '../../domain/answer-row.js';
import type { AnswerRow } from '../../domain/list-claims.js';
import { type AnsweredList, AnswerSigner } from './answer-signer.js';
import { VerdictsNow } from '../verdicts-now.js';

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
  private readonly compared = new ComparedAnswers();

  constructor(
    reads: ReadDatabase,
    private readonly binding: RegisterBinding,
    private readonly open: OpenCertificates,
    private readonly verdicts: VerdictsNow,
    private readonly printing: Printing,
    private readonly clock: Clock,
    private readonly signer: AnswerSigner,
    private readonly report: ReportAlteredRecord,
    private readonly mark: RegisterMark,
  ) {
    this.query = reads.query;
  }

  /**
   * Whether a page shows answers that were signed at this time. Compares the whole list the first time, which is slow
   * for a long one; after that only for a search, and if the page differs from what was compared. Reports an altered
   * list.
   */
  async isAsSigned(
    list: AnsweredList,
    { isSearch, ...shown }: ShownAnswers & { readonly isSearch: boolean },
  ): Promise<boolean> {
    const key = `${list.id} ${list.answeredAt}`;
    if (!isSearch && this.compared.has(key, shown)) return true;
    const answers: StoredAnswer[] = [];
    try {
      for await (const stored of this.asSigned(list)) {
        answers.push(...stored);
        await yieldToRequests();
      }
    } catch (fault) {
      if (fault instanceof AnswersAltered) return false;
      throw fault;
    }
    this.compared.add(key, answers);
    return isSearch ? this.compared.hasEach(key, shown.lines) : this.compared.has(key, shown);
  }

  /**
   * Yields the rows in order, in parts; between parts the caller yields to requests.
   * @throws AnswersAltered if nothing was signed at this time, or the questions were altered, and at the end, if the
   * rows are not those that were signed
   */
  async *execute(answered: AnsweredList): AsyncGenerator<readonly RowToday[]> {
    for await (const stored of this.asSigned(answered)) {
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
  async signed(list: AnsweredList): Promise<string | null> {
    const answer = found(await answerOfList(this.query, list.id));
    const isBound = (await boundList(this.query, this.binding.key, list.id)) !== null;
    if (isBound && (await this.signer.rowsSignedFor(list, answer)) !== null) return answer;
    await this.reportAltered(list);
    return null;
  }

  /** Whether an answer was signed for this list at this time. */
  async isSigned(list: AnsweredList): Promise<boolean> {
    return (await this.signedRows(list)) !== null;
  }

  /** The stored rows, in parts. @throws AnswersAltered after reporting the list, as `execute` */
  private async *asSigned(answered: AnsweredList): AsyncGenerator<readonly StoredAnswer[]> {
    try {
      const list = await boundList(this.query, this.binding.key, answered.id);
      const signed = await this.signedRows(answered);
      if (!list || signed === null) throw new AnswersAltered();
      yield* answersAsSigned(this.query, this.binding.key, { list, signed });
    } catch (fault) {
      if (fault instanceof AnswersAltered) await this.reportAltered(answered);
      throw fault;
    }
  }

  private async signedRows(list: AnsweredList): Promise<string | null> {
    return this.signer.rowsSignedFor(list, (await answerOfList(this.query, list.id)) ?? '');
  }

  /** Lists from before lists were bound are not shown either. */
  private async reportAltered({ id }: AnsweredList): Promise<void> {
    const isOld = this.mark.seen.unbound !== 0 && (await boundQuestions(this.query, id)) === null;
    if (isOld) return;
    const finding = 'an employer’s list, or when it was answered, differs from what was signed: it is not shown';
    await this.report.execute({ subject: 'register', id: `list ${id}`, label: id, finding });
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
