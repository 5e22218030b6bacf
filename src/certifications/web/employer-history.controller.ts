import { Controller, Get, Query } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import { employerOfAccount } from '../../employers/index.js';
import {
  type Ask, type Cell, Clock, csvOf, CurrentVisit, daysAfter, definePage, FileAnswer, found, instantOf, isoOf, type Option, type Page, pageAsked, type Pages, pagesOf, readDate, Reads, textOf, type Visit, xlsxOf,
} from '../../platform/index.js';
import { countHistory, EVERYTHING, history, type HistoryLine, type HistoryWanted, wantedOf } from '../data/verification-history.js';
import { VERIFICATION_KINDS } from '../domain/asked-rows.js';
import { VERIFICATION_VERDICTS } from '../domain/verification.js';
import { type AnswerLineView, answerLineView } from './answer-view.js';

type Choice = Option & { readonly selected: boolean };

interface HistoryPage {
  readonly rows: readonly AnswerLineView[];
  readonly count: number;
  readonly pages: Pages;
  readonly filtered: boolean;
  readonly q: string;
  readonly from: string;
  readonly until: string;
  readonly verdicts: readonly Choice[];
  readonly kinds: readonly Choice[];
  readonly query: string;
}

const historyPage = definePage<HistoryPage>('certifications/employer/history');
const SIZE = 100;
const MOST_IN_FILE = 50_000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Asked = Readonly<Record<string, unknown>>;

/** All that an employer asked about certificates, whoever and whatever asked for it. */
@Controller('employer')
@Requires('employer.self')
export class EmployerHistoryController {
  private readonly ask: Ask;

  constructor(private readonly clock: Clock, reads: Reads) {
    this.ask = reads.all.bind(reads);
  }

  @Get('history')
  async show(@CurrentVisit() visit: Visit, @Query() asked: Asked): Promise<Page> {
    const { speaker } = visit;
    const wanted = this.wanted(asked);
    const where = wantedOf(await this.own(visit), wanted);
    const count = await countHistory(this.ask, where);
    const pages = pagesOf(visit.url, { page: pageAsked(asked['page']), size: SIZE, count });
    const rows = await history(this.ask, where, { limit: SIZE, offset: (pages.page - 1) * SIZE });
    const chosen = (options: readonly Option[], value: string | null): Choice[] => options.map((option) => ({ ...option, selected: option.value === value }));
    return historyPage({
      rows: rows.map((row) => answerLineView(row, speaker)), count, pages, q: wanted.q, from: typed(asked, 'from'), until: typed(asked, 'until'),
      filtered: wanted.q !== '' || wanted.verdict !== null || wanted.kind !== null || wanted.from !== null || wanted.until !== null,
      verdicts: chosen(VERIFICATION_VERDICTS.map((verdict) => ({ value: verdict, label: speaker.say(`verification_list.verdict_${verdict}`) })), wanted.verdict),
      kinds: chosen(VERIFICATION_KINDS.map((kind) => ({ value: kind, label: speaker.say(`verification_list.kind_${kind}`) })), wanted.kind),
      query: visit.url.includes('?') ? visit.url.slice(visit.url.indexOf('?')) : '',
    });
  }

  @Get('history.csv')
  async csv(@CurrentVisit() visit: Visit, @Query() asked: Asked): Promise<FileAnswer> {
    const { heads, rows } = await this.table(visit, asked);
    return new FileAnswer(csvOf(heads, rows), 'text/csv; charset=utf-8', { name: `verifications-${this.clock.today()}.csv` });
  }

  @Get('history.xlsx')
  async xlsx(@CurrentVisit() visit: Visit, @Query() asked: Asked): Promise<FileAnswer> {
    const { heads, rows } = await this.table(visit, asked);
    return new FileAnswer(await xlsxOf(heads, rows, { widths: [22, 12, 20, 26, 14, 14, 40] }), XLSX, { name: `verifications-${this.clock.today()}.xlsx` });
  }

  private async table(visit: Visit, asked: Asked): Promise<{ heads: string[]; rows: Cell[][] }> {
    const { speaker } = visit;
    const lines = await history(this.ask, wantedOf(await this.own(visit), this.wanted(asked)), { limit: MOST_IN_FILE, offset: 0 });
    const cells = ({ at, kind, askedByName, askedNumber, askedName, verdict, purpose }: HistoryLine): Cell[] => [
      isoOf(at), speaker.say(`verification_list.kind_${kind}`), askedByName, askedNumber, askedName, speaker.say(`verification_list.verdict_${verdict}`), purpose,
    ];
    return { heads: ['at', 'kind', 'asked_by', 'number', 'name', 'verdict', 'purpose'].map((name) => speaker.say(`verification_list.${name}`)), rows: lines.map(cells) };
  }

  private async own({ actor }: Visit): Promise<string> {
    return found(await employerOfAccount(this.ask, actor.id)).id;
  }

  private wanted(asked: Asked): HistoryWanted {
    const day = (name: string): string | null => readDate(typed(asked, name), this.clock.today());
    const [from, until] = [day('from'), day('until')];
    return {
      ...EVERYTHING, q: typed(asked, 'q'), verdict: VERIFICATION_VERDICTS.find((one) => one === typed(asked, 'verdict')) ?? null, kind: VERIFICATION_KINDS.find((one) => one === typed(asked, 'kind')) ?? null,
      from: from === null ? null : instantOf(from, '00:00'), until: until === null ? null : instantOf(daysAfter(until, 1), '00:00'),
    };
  }
}

const typed = (asked: Asked, name: string): string => textOf(asked[name]).trim().slice(0, 100);
