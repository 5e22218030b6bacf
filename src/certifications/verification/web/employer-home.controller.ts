import { Body, Controller, Get, Post } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Requires } from '../../../accounts/index.js';
import { employerOfAccount } from '../../../employers/index.js';
import {
  type QueryFunction,
  Clock,
  csvAnswer,
  CurrentContext,
  definePage,
  type FileAnswer,
  fileOf,
  type FormView,
  formView,
  isRefused,
  Jobs,
  flash,
  type Page,
  type ProgressView,
  progressView,
  readForm,
  ReadDatabase,
  Refusal,
  refuse,
  seeOther,
  type SeeOther,
  type Translator,
  type TableToKeep,
  TakesFiles,
  TextField,
  type RequestContext,
  xlsxAnswer,
} from '../../../platform/index.js';
import { AskWithList } from '../actions/ask-with-list.js';
import { ReadList } from '../actions/read-list.js';
import { type ListRow, listsOf } from '../data/verification-lists.js';
import { MOST_ROWS } from '../domain/question-rows.js';
import type { VerificationRefusalCode } from '../domain/refusals.js';

export class ListForm {
  @TextField({ max: 200 }) purpose!: string;
  /** Read by itself: a file is no text. */
  @TextField({ max: 1, optional: true }) file!: string | null;
}

export interface HomePage {
  /** `null`: the visitor acts for no employer yet. */
  readonly employer: { readonly name: string } | null;
  readonly form: FormView<ListForm>;
  readonly lists: readonly (ListRow & { readonly progress: ProgressView | null })[];
  readonly most: number;
}

const home = definePage<HomePage>('certifications/verification/employer/home');
const SHOWN = 20;

/** Where an employer's people begin: a list of certificates to verify, and the lists before it. */
@Controller('employer')
@Requires('employer.self')
export class EmployerHomeController {
  private readonly query: QueryFunction;

  constructor(
    private readonly readList: ReadList,
    private readonly askWithList: AskWithList,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

  @Get()
  show(@CurrentContext() context: RequestContext): Promise<Page> {
    return this.page(context);
  }

  @Get('template.csv')
  csv(@CurrentContext() { translator }: RequestContext): FileAnswer {
    return csvAnswer(blankList(translator));
  }

  @Get('template.xlsx')
  xlsx(@CurrentContext() { translator }: RequestContext): Promise<FileAnswer> {
    return xlsxAnswer(blankList(translator), [28, 20]);
  }

  @Post('lists')
  @TakesFiles({ files: 1, bytes: 5 * 1024 * 1024 })
  async send(
    @CurrentContext() context: RequestContext,
    @Body() body: { file?: unknown } | null,
  ): Promise<Page | SeeOther> {
    const employer = await employerOfAccount(this.query, context.actor.id);
    const read = readForm(ListForm, { ...body, file: '' }, this.clock.today());
    const refusedAs = (...refusals: Refusal[]): Promise<Page> =>
      this.page(context, { typed: read.typed, faults: read.ok ? [] : read.faults, refusals }, 422);
    if (!employer) return refusedAs();
    const file = fileOf(body?.file);
    if (!file) return refusedAs(refuse<VerificationRefusalCode>('listNoFile', {}, 'file'));
    const list = await this.readList.execute(employer.id, () => file.toBuffer());
    if (!read.ok || list instanceof Refusal) return refusedAs(...(list instanceof Refusal ? [list] : []));
    const bytes = await file.toBuffer();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const outcome = await this.askWithList.execute(context.actor, employer.id, {
      ...list,
      filename: file.filename,
      sha256,
      purpose: read.form.purpose,
    });
    if (isRefused(outcome)) return this.page(context, { typed: read.typed, refusals: outcome.reasons }, 422);
    return seeOther(
      `/employer/lists/${outcome.id}`,
      flash('verification_list.taken', {
        count: list.rows.length,
        number: list.columns.number,
        name: list.columns.name,
      }),
    );
  }

  private async page(
    { actor, translator }: RequestContext,
    filling: Parameters<typeof formView>[2] = {},
    status = 200,
  ): Promise<Page> {
    const employer = await employerOfAccount(this.query, actor.id);
    const lists = employer ? await listsOf(this.query, employer.id, SHOWN) : [];
    const shown = [];
    for (const list of lists) {
      const progress = await this.jobs.progressOf(this.query, list.jobId);
      shown.push({ ...list, progress: progress && progressView(progress, translator) });
    }
    return home({ employer, form: formView(ListForm, translator, filling), lists: shown, most: MOST_ROWS }, status);
  }
}

const blankList = (translator: Translator): TableToKeep => ({
  name: translator.t('verification_list.template_name'),
  heads: ['number', 'name'].map((name) => translator.t(`verification_list.${name}`)),
  rows: [],
});
