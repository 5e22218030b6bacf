import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  blankCsv,
  CurrentContext,
  cutText,
  definePage,
  type FileAnswer,
  fileOf,
  flash,
  type Page,
  type Refusal,
  refuse,
  refused,
  seeOther,
  type SeeOther,
  TakesFiles,
  TakesLongForm,
  textOf,
  type RequestContext,
  answerAct,
  refusalTexts,
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
  /** The sheet's text, resubmitted with the confirmation, which judges it again. */
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
    return blankCsv({ name: translator.t('import.template_name'), heads });
  }

  @Post()
  @TakesFiles({ files: 1, bytes: 5 * 1024 * 1024 })
  async preview(@CurrentContext() context: RequestContext, @Body() body: { file?: unknown } | null): Promise<Page> {
    const file = fileOf(body?.file);
    const outcome =
      file === null
        ? refused<TraineeRefusalCode>(refuse('importNoFile'))
        : await this.previewImport.execute(context.actor, await file.toBuffer());
    return answerAct(outcome, {
      done: (sheet) => {
        const preview = importView(sheet, context.translator);
        return previewPage({
          preview,
          filename: cutText(file?.filename ?? '', 200),
          encoding: sheet.encoding,
          sheet: sheet.text,
          takes: preview.good.length + preview.matched.length,
        });
      },
      again: (refusals) => failed(context, refusals),
    });
  }

  @Post('confirmation')
  @TakesLongForm(5 * 1024 * 1024)
  async confirm(
    @CurrentContext() context: RequestContext,
    @Body() body: Record<string, unknown> | null,
  ): Promise<Page | SeeOther> {
    const filename = cutText(textOf(body?.['filename']), 200) || 'csv';
    const outcome = await this.importTrainees.execute(context.actor, {
      text: textOf(body?.['sheet']),
      filename,
      decide: (line) => textOf(body?.[`row-${line}`]),
    });
    return answerAct(outcome, {
      done: (counts) => seeOther('/office/trainees', flash('import.done', { ...counts })),
      again: (refusals) => failed(context, refusals),
    });
  }
}

function failed({ translator }: RequestContext, refusals: readonly Refusal[]): Page {
  return uploadPage({ problem: refusalTexts(translator, refusals)[0]!, most: MOST_ROWS });
}
