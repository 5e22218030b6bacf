import { Controller, Get, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { ownEmployer } from '../../../employers/index.js';
import {
  addressWith,
  type QueryFunction,
  CurrentContext,
  dayOf,
  definePage,
  FileAnswer,
  found,
  Jobs,
  flash,
  type Page,
  requestedPage,
  type Pages,
  pagesOf,
  type ProgressView,
  progressView,
  ReadDatabase,
  seeOther,
  type SeeOther,
  textOf,
  type RequestContext,
  IdParam,
  csvTable,
  type Table,
  type TableAnswer,
  xlsxTable,
} from '../../../platform/index.js';
import { keptUntil, VERIFICATION_VERDICTS } from '../../core/index.js';
import type { AnsweredList } from '../actions/lists/answer-signer.js';
import { type ListPreview, UnstartedLists } from '../actions/lists/unstarted-lists.js';
import { ListAnswers } from '../actions/lists/list-answers.js';
import { AnswersAltered } from '../data/list-bindings.js';
import { ReadListPage } from '../actions/lists/read-list-page.js';
import { StopList } from '../actions/lists/stop-list.js';
import { listById, type ListRow } from '../data/verification-lists.js';
import { answerCells, type AnswerLineView, answerLineView, resultTable, toneOf } from './answer.page.js';

export interface ListPage {
  readonly list: ListRow;
  readonly progress: ProgressView | null;
  /** Nothing was verified yet: the employer's people see what was read, then start or discard it. */
  readonly preview: ListPreview | null;
  readonly verdicts: readonly {
    readonly verdict: string;
    readonly tone: string;
    readonly word: string;
    readonly count: number;
    readonly href: string;
    readonly current: boolean;
  }[];
  readonly rows: readonly AnswerLineView[];
  readonly q: string;
  readonly filtered: boolean;
  readonly base: string;
  /** A file was requested before all rows were answered. */
  readonly notYet: boolean;
  /** Rows were altered: none is shown. */
  readonly altered: boolean;
  /** Number of answers that hold no more. */
  readonly changed: number;
  readonly count: number;
  readonly pages: Pages;
  /** A day. */
  readonly keptUntil: string;
  readonly files: { readonly xlsx: string; readonly csv: string; readonly jws: string | null };
}

type ResultTable = Table & { readonly widths: readonly number[] };

const listPage = definePage<ListPage>('certifications/verification/employer/list');
const SIZE = 100;
/** Rows of a list that was not started. */
const PREVIEWED = 5;

/** One list: progress, answers and result files. */
@Controller('employer/lists')
@Requires('employer.self')
export class EmployerListsController {
  private readonly query: QueryFunction;

  constructor(
    private readonly stopList: StopList,
    private readonly unstarted: UnstartedLists,
    private readonly jobs: Jobs,
    private readonly answers: ListAnswers,
    private readonly readPage: ReadListPage,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

  @Get(':id')
  async show(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    return this.page(context, await this.own(context, id), { query });
  }

  @Get(':id/result.xlsx')
  xlsx(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<TableAnswer | Page> {
    return this.saved(context, id, ({ widths, ...table }) => xlsxTable(table, widths));
  }

  @Get(':id/result.csv')
  csv(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<TableAnswer | Page> {
    return this.saved(context, id, csvTable);
  }

  private async saved(
    context: RequestContext,
    id: string,
    write: (table: ResultTable) => TableAnswer,
  ): Promise<TableAnswer | Page> {
    const list = await this.own(context, id);
    const answered = answeredList(list);
    if (!answered) return this.page(context, list, { status: 409 });
    return write(this.table(context, list, answered));
  }

  @Get(':id/answer.jws')
  async answer(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<FileAnswer | Page> {
    const list = await this.own(context, id);
    const answered = answeredList(list);
    if (!answered) return this.page(context, list, { status: 409 });
    const answer = await this.answers.signed(answered);
    if (answer === null) return this.page(context, list, { status: 409, altered: true });
    return new FileAnswer(answer, 'application/jose', { name: `${nameOf(list)}.jws` });
  }

  @Post(':id/stop')
  async stop(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<SeeOther> {
    const list = await this.own(context, id);
    const isStopped = await this.stopList.execute(context.actor, list.id);
    const told = isStopped ? 'verification_list.stopped' : 'verification_list.already_answered';
    return seeOther(`/employer/lists/${list.id}`, flash(told));
  }

  private async own(context: RequestContext, id: string): Promise<ListRow> {
    const employer = await ownEmployer(this.query, context);
    const list = await listById(this.query, id);
    return found(list?.employerId === employer.id ? list : null);
  }

  /** @param status 409: a file was requested before all rows were answered; the page shows this and the progress */
  private async page(
    context: RequestContext,
    list: ListRow,
    {
      query = {},
      status = 200,
      altered: isAltered = false,
    }: { readonly query?: Record<string, unknown>; readonly status?: 200 | 409; readonly altered?: boolean },
  ): Promise<Page> {
    const { translator } = context;
    const { id } = list;
    const base = `/employer/lists/${id}`;
    const url = status === 409 ? base : context.url;
    const verdictParameter = textOf(query['verdict']);
    const verdict = VERIFICATION_VERDICTS.find((one) => one === verdictParameter) ?? null;
    const q = textOf(query['q']).trim().slice(0, 100);
    const answered = answeredList(list);
    // Until they are signed, answers may be given anew: none is shown.
    const shown =
      answered === null || isAltered
        ? null
        : await this.readPage.execute(answered, {
            employerId: list.employerId,
            verdict,
            q,
            size: SIZE,
            pagesOf: (count) => pagesOf(url, { page: requestedPage(query['page']), size: SIZE, count }),
          });
    const waits = answered === null && (await this.unstarted.has(id));
    const preview = waits ? await this.unstarted.preview(id, PREVIEWED) : null;
    const altered = (answered !== null && shown === null) || (waits && preview === null);
    const progress = await this.jobs.progressOf(this.query, list.jobId);
    const here = addressWith(url, 'page', null);
    return listPage(
      {
        list,
        q,
        count: shown?.count ?? 0,
        pages: shown?.pages ?? pagesOf(url, { page: 1, size: SIZE, count: 0 }),
        base,
        notYet: status === 409 && !altered,
        altered,
        preview,
        changed: shown ? await this.answers.changed(id) : 0,
        keptUntil: dayOf(keptUntil('lists', list.createdAt)),
        filtered: q !== '' || verdict !== null,
        rows: (shown?.rows ?? []).map((row) => answerLineView(row, translator)),
        progress:
          progress && progressView(progress, translator, { stop: `${base}/stop`, resume: `${base}/resumption` }),
        verdicts: VERIFICATION_VERDICTS.filter((one) => shown?.counts.has(one)).map((one) => ({
          verdict: one,
          tone: toneOf(one),
          word: translator.t(`verification_list.verdict_${one}`),
          count: shown?.counts.get(one) ?? 0,
          current: one === verdict,
          href: addressWith(here, 'verdict', one === verdict ? null : one),
        })),
        files: {
          xlsx: `${base}/result.xlsx`,
          csv: `${base}/result.csv`,
          jws: list.signed ? `${base}/answer.jws` : null,
        },
      },
      status,
    );
  }

  private table(context: RequestContext, list: ListRow, answered: AnsweredList): ResultTable {
    const { heads, widths, rowOf } = resultTable(context.translator, {
      answeredAt: answered.answeredAt,
      madeAt: context.at,
    });
    return {
      name: nameOf(list),
      heads,
      widths,
      rows: () => answerCells(this.answers.execute(answered), rowOf),
      // Only after the last row is known whether the rows are those that were signed.
      instead: (fault) => {
        if (!(fault instanceof AnswersAltered)) throw fault;
        return this.page(context, list, { status: 409, altered: true });
      },
    };
  }
}

const answeredList = ({ id, answeredAt }: ListRow): AnsweredList | null =>
  answeredAt === null ? null : { id, answeredAt };

const nameOf = ({ filename }: ListRow): string => `${filename.replace(/\.\w{1,5}$/, '')}-verified`;
