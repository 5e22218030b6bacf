import { Body, Controller, Get, Post } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Requires } from '../../../accounts/index.js';
import { employerOfAccount } from '../../../employers/index.js';
import {
  type QueryFunction,
  type BlankTable,
  blankCsv,
  blankXlsx,
  Clock,
  CurrentContext,
  definePage,
  type FileAnswer,
  fileOf,
  type FormView,
  formView,
  Jobs,
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
  TakesFiles,
  TextField,
  type RequestContext,
  answerAct,
  answerForm,
  refused,
  type FormState,
  type FormRead,
  type Refused,
  type SentFile,
} from '../../../platform/index.js';
import { SubmitList } from '../actions/lists/submit-list.js';
import { UnstartedLists } from '../actions/lists/unstarted-lists.js';
import { ReadList } from '../actions/lists/read-list.js';
import { type ListRow, listsOf } from '../data/verification-lists.js';
import type { SubmittedList } from '../domain/list-columns.js';
import { MOST_LIST_ROWS } from '../domain/verification-list.js';
import type { VerificationRefusalCode } from '../domain/refusals.js';

export class ListForm {
  @TextField({ max: 200 }) purpose!: string;
  /** Read separately: a file is not text. */
  @TextField({ max: 1, optional: true }) file!: string | null;
}

export interface HomePage {
  /** `null`: the account acts for no employer yet. */
  readonly employer: { readonly name: string } | null;
  readonly form: FormView<ListForm>;
  /** `waits`: it is not started. */
  readonly lists: readonly (ListRow & { readonly progress: ProgressView | null; readonly waits: boolean })[];
  readonly most: number;
}

interface SentList {
  readonly employerId: string;
  readonly file: SentFile;
  readonly list: SubmittedList;
}

const home = definePage<HomePage>('certifications/verification/employer/home');
const SHOWN = 20;

/** Start page of an employer's people: the upload form for a verification list, and recent lists. */
@Controller('employer')
@Requires('employer.self')
export class EmployerHomeController {
  private readonly query: QueryFunction;

  constructor(
    private readonly readList: ReadList,
    private readonly submitList: SubmitList,
    private readonly jobs: Jobs,
    private readonly unstarted: UnstartedLists,
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
    return blankCsv(blankList(translator));
  }

  @Get('template.xlsx')
  xlsx(@CurrentContext() { translator }: RequestContext): Promise<FileAnswer> {
    return blankXlsx(blankList(translator), [28, 20]);
  }

  @Post('lists')
  @TakesFiles({ files: 1, bytes: 5 * 1024 * 1024 })
  async send(
    @CurrentContext() context: RequestContext,
    @Body() body: { file?: unknown } | null,
  ): Promise<Page | SeeOther> {
    const employer = await employerOfAccount(this.query, context.actor.id);
    const read = readForm(ListForm, { ...body, file: '' }, this.clock.today());
    return answerAct(await this.listIn(employer, fileOf(body?.file)), {
      done: (list) => this.submit(context, read, list),
      again: async (refusals) => {
        const page = await this.page(context, { typed: read.typed, faults: read.ok ? [] : read.faults, refusals });
        return refusals.some(({ code }) => code === 'tooManyLists') ? page.withStatus(429) : page;
      },
    });
  }

  private async listIn(
    employer: { readonly id: string } | null,
    file: SentFile | null,
  ): Promise<SentList | Refused<VerificationRefusalCode>> {
    // For an account without an employer the page explains what to do.
    if (!employer) return refused();
    if (!file) return refused(refuse('listNoFile', {}, 'file'));
    const list = await this.readList.execute(employer.id, () => file.toBuffer());
    return list instanceof Refusal ? refused(list) : { employerId: employer.id, file, list };
  }

  private submit(
    context: RequestContext,
    read: FormRead<ListForm>,
    { employerId, file, list }: SentList,
  ): Promise<Page | SeeOther> {
    return answerForm(read, {
      act: async ({ purpose }) => {
        const sha256 = createHash('sha256')
          .update(await file.toBuffer())
          .digest('hex');
        const questions = { ...list, filename: file.filename, sha256, purpose };
        return this.submitList.execute(context.actor, employerId, questions);
      },
      done: ({ id }) => seeOther(`/employer/lists/${id}`),
      again: (filling) => this.page(context, filling),
    });
  }

  private async page({ actor, translator }: RequestContext, filling: FormState = {}): Promise<Page> {
    const employer = await employerOfAccount(this.query, actor.id);
    const lists = employer ? await listsOf(this.query, employer.id, SHOWN) : [];
    const shown = [];
    for (const list of lists) {
      const progress = await this.jobs.progressOf(this.query, list.jobId);
      shown.push({
        ...list,
        progress: progress && progressView(progress, translator),
        waits: list.answeredAt === null && (await this.unstarted.has(list.id)),
      });
    }
    return home({ employer, form: formView(ListForm, translator, filling), lists: shown, most: MOST_LIST_ROWS });
  }
}

const blankList = (translator: Translator): BlankTable => ({
  name: translator.t('verification_list.template_name'),
  heads: ['number', 'name'].map((name) => translator.t(`verification_list.${name}`)),
});
