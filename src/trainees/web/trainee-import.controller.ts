import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  csvOf,
  CurrentContext,
  definePage,
  FileAnswer,
  fileOf,
  isRefused,
  flash,
  type Page,
  type Refusal,
  refuse,
  seeOther,
  type SeeOther,
  TakesFiles,
  TakesLongForm,
  textOf,
  type RequestContext,
} from '../../platform/index.js';
import { ImportTrainees } from '../actions/import-trainees.js';
import { PreviewImport } from '../actions/preview-import.js';
import type { TraineeRefusalCode } from '../domain/refusals.js';
import { MOST_ROWS } from '../domain/sheet.js';
import { COLUMNS } from '../domain/sheet-columns.js';
import { importView, type ImportView } from './import.page.js';

export interface UploadPage {
  readonly problem: string | null;
  readonly most: number;
}

export interface PreviewPage {
  readonly preview: ImportView;
  readonly filename: string;
  readonly encoding: string;
  /** The sheet's text, carried to the confirmation, which judges it again. */
  readonly sheet: string;
  readonly takes: number;
}

const uploadPage = definePage<UploadPage>('trainees/import/new');
const previewPage = definePage<PreviewPage>('trainees/import/preview');

@Controller('office/trainees/import')
@Requires('trainee.manage')
export class TraineeImportController {
  constructor(
    private readonly previewImport: PreviewImport,
    private readonly importTrainees: ImportTrainees,
  ) {}

  @Get()
  choose(): Page {
    return uploadPage({ problem: null, most: MOST_ROWS });
  }

  @Get('template.csv')
  template(@CurrentContext() { translator }: RequestContext): FileAnswer {
    const heads = COLUMNS.map((name) => translator.t(`trainee.${name}`));
    return new FileAnswer(csvOf(heads, []), 'text/csv; charset=utf-8', {
      name: `${translator.t('import.template_name')}.csv`,
    });
  }

  @Post()
  @TakesFiles({ files: 1, bytes: 5 * 1024 * 1024 })
  async preview(@CurrentContext() context: RequestContext, @Body() body: { file?: unknown } | null): Promise<Page> {
    const file = fileOf(body?.file);
    if (file === null) return this.failed(context, refuse<TraineeRefusalCode>('importNoFile'));
    const outcome = await this.previewImport.execute(context.actor, await file.toBuffer());
    if (isRefused(outcome)) return this.failed(context, outcome.reasons[0]!);
    const preview = importView(outcome, context.translator);
    return previewPage({
      preview,
      filename: file.filename.slice(0, 200),
      encoding: outcome.encoding,
      sheet: outcome.text,
      takes: preview.good.length + preview.matched.length,
    });
  }

  @Post('confirmation')
  @TakesLongForm(5 * 1024 * 1024)
  async confirm(
    @CurrentContext() context: RequestContext,
    @Body() body: Record<string, unknown> | null,
  ): Promise<Page | SeeOther> {
    const filename = textOf(body?.['filename']).slice(0, 200) || 'csv';
    const outcome = await this.importTrainees.execute(context.actor, {
      text: textOf(body?.['sheet']),
      filename,
      decide: (line) => textOf(body?.[`row-${line}`]),
    });
    if (isRefused(outcome)) return this.failed(context, outcome.reasons[0]!);
    return seeOther('/office/trainees', flash('import.done', { ...outcome }));
  }

  private failed({ translator }: RequestContext, { code, data }: Refusal<string>): Page {
    return uploadPage({ problem: translator.t(`refusal.${code}`, data), most: MOST_ROWS }, 422);
  }
}
