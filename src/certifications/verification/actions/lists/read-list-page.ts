import { Injectable } from '@nestjs/common';
import { type Pages, type QueryFunction, ReadDatabase } from '../../../../platform/index.js';
import type { VerificationVerdict } from '../../../core/index.js';
import { countHistory, EVERYTHING, history, historyCondition, verdictsIn } from '../../data/verification-history.js';
import type { AnsweredList } from './answer-signer.js';
import { EmployerHistory, type LineToday } from '../employer-history.js';
import { ListAnswers } from './list-answers.js';

interface PageQuery {
  readonly employerId: string;
  readonly verdict: VerificationVerdict | null;
  readonly q: string;
  /** Rows per page. */
  readonly size: number;
  /** The pages of so many rows, at the one that is asked for. */
  readonly pagesOf: (count: number) => Pages;
}

export interface ListPart {
  readonly rows: readonly LineToday[];
  /** Number of rows that match verdict and `q`. */
  readonly count: number;
  readonly pages: Pages;
  /** Of all rows of the list. */
  readonly counts: ReadonlyMap<VerificationVerdict, number>;
}

/** Reads one page of an answered list. */
@Injectable()
export class ReadListPage {
  private readonly query: QueryFunction;

  constructor(
    reads: ReadDatabase,
    private readonly answers: ListAnswers,
    private readonly history: EmployerHistory,
  ) {
    this.query = reads.query;
  }

  /** `null`: the list is not as it was signed; nothing of it may be shown. */
  async execute(list: AnsweredList, { employerId, verdict, q, size, pagesOf }: PageQuery): Promise<ListPart | null> {
    const ofList = { ...EVERYTHING, batchId: list.id };
    const where = historyCondition(employerId, { ...ofList, verdict, q });
    const counts = await verdictsIn(this.query, historyCondition(employerId, ofList));
    const count = await countHistory(this.query, where);
    const pages = pagesOf(count);
    const part = { limit: size, offset: (pages.page - 1) * size };
    const lines = await history(this.query, where, { ...part, inOrder: true });
    // An altered name is not found by the search for it, so a search compares all rows.
    const isAsSigned = await this.answers.isAsSigned(list, { ...part, verdict, lines, counts, isSearch: q !== '' });
    return isAsSigned ? { rows: await this.history.today(lines), count, pages, counts } : null;
  }
}
