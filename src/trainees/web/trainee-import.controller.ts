import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  csvOf,
  CurrentVisit,
  definePage,
  FileAnswer,
  fileOf,
  isRefused,
  notice,
  type Page,
  type Refusal,
  refuse,
  seeOther,
  type SeeOther,
  TakesFiles,
  TakesLongForm,
  textOf,
  type Visit,
} from '../../platform/index.js';
import { ImportTrainees } from '../actions/import-trainees.js';
import type { TraineeRefusalCode } from '../domain/refusals.js';
import { MOST_ROWS } from '../domain/sheet.js';
import { COLUMNS } from '../domain/sheet-columns.js';
import { importView, type ImportView } from './import-view.js';

interface UploadPage {
  readonly problem: string | null;
  readonly most: number;
}

interface PreviewPage {
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
  constructor(private readonly importTrainees: ImportTrainees) {}

  @Get()
  choose(): Page {
    return uploadPage({ problem: null, most: MOST_ROWS });
  }

  @Get('template.csv')
  template(@CurrentVisit() { speaker }: Visit): FileAnswer {
    const heads = COLUMNS.map((name) => speaker.say(`trainee.${name}`));
    return new FileAnswer(csvOf(heads, []), 'text/csv; charset=utf-8', {
      name: `${speaker.say('import.template_name')}.csv`,
    });
  }

  @Post()
  @TakesFiles({ files: 1, bytes: 5 * 1024 * 1024 })
  async preview(@CurrentVisit() visit: Visit, @Body() body: { file?: unknown } | null): Promise<Page> {
    const file = fileOf(body?.file);
    if (file === null) return this.failed(visit, refuse<TraineeRefusalCode>('importNoFile'));
    const outcome = await this.importTrainees.preview(visit.actor, await file.toBuffer());
    if (isRefused(outcome)) return this.failed(visit, outcome.reasons[0]!);
    const preview = importView(outcome, visit.speaker);
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
  async confirm(@CurrentVisit() visit: Visit, @Body() body: Record<string, unknown> | null): Promise<Page | SeeOther> {
    const filename = textOf(body?.['filename']).slice(0, 200) || 'csv';
    const outcome = await this.importTrainees.confirm(visit.actor, {
      text: textOf(body?.['sheet']),
      filename,
      decide: (line) => textOf(body?.[`row-${line}`]),
    });
    if (isRefused(outcome)) return this.failed(visit, outcome.reasons[0]!);
    return seeOther('/office/trainees', notice('import.done', { ...outcome }));
  }

  private failed({ speaker }: Visit, { code, data }: Refusal<string>): Page {
    return uploadPage({ problem: speaker.say(`refusal.${code}`, data), most: MOST_ROWS }, 422);
  }
}
