import { Injectable } from '@nestjs/common';
import {
  type Cell,
  Clock,
  daysAfter,
  instantOf,
  isoOf,
  type Pages,
  pagesOf,
  type QueryFunction,
  ReadDatabase,
  readDate,
  type RequestContext,
  requestedPage,
  type SelectOption,
  selectOptions,
  type Table,
  textOf,
  type Translator,
} from '../../../platform/index.js';
import { KEPT_DAYS, VERIFICATION_VERDICTS } from '../../core/index.js';
import { countHistory, EVERYTHING, type HistoryFilter, historyCondition } from '../data/verification-history.js';
import { VERIFICATION_KINDS } from '../domain/verification-list.js';
import { EmployerHistory, type LineToday } from '../actions/employer-history.js';
import { type AnswerLineView, answerLineView, nowHead } from './answer.page.js';

export type HistoryQuery = Readonly<Record<string, unknown>>;

/** One page of an employer's checks, with the filters from the address. */
export interface CheckHistoryView {
  readonly rows: readonly AnswerLineView[];
  readonly count: number;
  readonly pages: Pages;
  readonly filtered: boolean;
  readonly q: string;
  readonly from: string;
  readonly until: string;
  readonly verdicts: readonly SelectOption[];
  readonly kinds: readonly SelectOption[];
  /** Query string, so that downloads contain what is shown. */
  readonly query: string;
  /** Retention in days. */
  readonly kept: { readonly checks: number; readonly misses: number };
}

const SIZE = 100;
const MOST_IN_FILE = 50_000;

/** An employer's past checks, for the employer and for the office. */
@Injectable()
export class CheckHistory {
  private readonly query: QueryFunction;

  constructor(
    private readonly clock: Clock,
    private readonly history: EmployerHistory,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

  async page({ translator, url }: RequestContext, employerId: string, query: HistoryQuery): Promise<CheckHistoryView> {
    const filter = this.filter(query);
    const where = historyCondition(employerId, filter);
    const count = await countHistory(this.query, where);
    const pages = pagesOf(url, { page: requestedPage(query['page']), size: SIZE, count });
    const rows = await this.history.page(where, { limit: SIZE, offset: (pages.page - 1) * SIZE });
    const chosen = (group: string, values: readonly string[], value: string | null): SelectOption[] =>
      selectOptions(
        values.map((one) => ({
          value: one,
          label: translator.t(`verification_list.${group}_${one}`),
        })),
        value,
      );
    return {
      rows: rows.map((row) => answerLineView(row, translator)),
      count,
      pages,
      q: filter.q,
      from: typed(query, 'from'),
      until: typed(query, 'until'),
      filtered:
        filter.q !== '' ||
        filter.verdict !== null ||
        filter.kind !== null ||
        filter.from !== null ||
        filter.until !== null,
      verdicts: chosen('verdict', VERIFICATION_VERDICTS, filter.verdict),
      kinds: chosen('kind', VERIFICATION_KINDS, filter.kind),
      query: url.includes('?') ? url.slice(url.indexOf('?')) : '',
      kept: KEPT_DAYS,
    };
  }

  table(translator: Translator, employerId: string, query: HistoryQuery): Pick<Table, 'heads' | 'rows'> {
    const cells = ({
      at,
      kind,
      askedByName,
      askedNumber,
      askedName,
      verdict,
      now,
      purpose,
      withheld,
      reason,
    }: LineToday): Cell[] => [
      isoOf(at),
      translator.t(`verification_list.kind_${kind}`),
      askedByName,
      askedNumber,
      askedName,
      translator.t(`verification_list.verdict_${verdict}`),
      now && translator.t(`verification_list.verdict_${now}`),
      purpose,
      withheld && translator.t(`verification_list.withheld_${withheld}`),
      reason && translator.t(`check.why_${reason}`),
    ];
    const word = (name: string): string => translator.t(`verification_list.${name}`);
    return {
      heads: [
        ...['at', 'kind', 'asked_by', 'number', 'name', 'verdict'].map(word),
        nowHead(translator, this.clock.now()),
        ...['purpose', 'withheld', 'file_reason'].map(word),
      ],
      rows: () => inParts(this.history.parts(historyCondition(employerId, this.filter(query)), MOST_IN_FILE), cells),
    };
  }

  private filter(query: HistoryQuery): HistoryFilter {
    const day = (name: string): string | null => readDate(typed(query, name), this.clock.today());
    const [from, until] = [day('from'), day('until')];
    return {
      ...EVERYTHING,
      q: typed(query, 'q'),
      verdict: VERIFICATION_VERDICTS.find((one) => one === typed(query, 'verdict')) ?? null,
      kind: VERIFICATION_KINDS.find((one) => one === typed(query, 'kind')) ?? null,
      from: from === null ? null : instantOf(from, '00:00'),
      until: until === null ? null : instantOf(daysAfter(until, 1), '00:00'),
    };
  }
}

async function* inParts(
  parts: AsyncIterable<readonly LineToday[]>,
  cells: (line: LineToday) => Cell[],
): AsyncGenerator<Cell[][]> {
  for await (const part of parts) yield part.map(cells);
}

const typed = (query: HistoryQuery, name: string): string => textOf(query[name]).trim().slice(0, 100);
