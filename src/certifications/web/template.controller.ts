import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  Clock, CurrentVisit, definePage, FileAnswer, type FormView, formView, isRefused, notice, type Page, readForm, Reads, seeOther, type SeeOther, textOf, typedFrom, type Visit,
} from '../../platform/index.js';
import { ChangeTemplate } from '../actions/change-template.js';
import { templateVersions } from '../data/templates.js';
import type { TemplateFacts } from '../domain/template.js';
import { WORDING_PIECES } from '../domain/wording.js';
import { Printing } from '../paper/printing.js';
import { TemplateForm, templateFrom, valuesOf } from './forms.js';
import { sampleImage, unissued } from './sample-image.js';

interface TemplatePage {
  readonly form: FormView<TemplateForm>;
  readonly sampleUrl: string;
  readonly sampleNumber: string;
  readonly pieces: string;
  readonly version: number;
  readonly isPreview: boolean;
  readonly versions: readonly { readonly version: number; readonly createdAt: number; readonly createdByName: string; readonly numberPattern: string }[];
}

const page = definePage<TemplatePage>('certifications/template/edit');

@Controller('office/certificate-template')
@Requires('certificateTemplate.manage')
export class TemplateController {
  constructor(private readonly template: ChangeTemplate, private readonly printing: Printing, private readonly reads: Reads, private readonly clock: Clock) {}

  @Get()
  async edit(@CurrentVisit() visit: Visit): Promise<Page> {
    const current = await this.template.current();
    return this.page(formView(TemplateForm, visit.speaker, { typed: typedFrom(valuesOf(current)) }), current);
  }

  @Get('sample.pdf')
  async sample(): Promise<FileAnswer> {
    const facts = this.template.sampleOf(await this.template.current(), this.clock.today());
    return new FileAnswer(await this.printing.pdf({ ...unissued(facts), token: `sample-${facts.templateVersion}`, issuedAt: this.clock.now() }), 'application/pdf');
  }

  /** The same form shows what it would print (`preview` sent) or becomes the next version. */
  @Post()
  async change(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<Page | SeeOther> {
    const read = readForm(TemplateForm, body, this.clock.today());
    if (!read.ok) return this.page(formView(TemplateForm, visit.speaker, read), await this.template.current(), 422);
    const wanted = templateFrom(read.form);
    if (textOf((body as { preview?: unknown }).preview) !== '') return this.page(formView(TemplateForm, visit.speaker, { typed: read.typed }), wanted);
    const outcome = await this.template.to(visit.actor, wanted, this.clock.today());
    if (isRefused(outcome)) return this.page(formView(TemplateForm, visit.speaker, { typed: read.typed, refusals: outcome.reasons }), wanted, 422);
    return seeOther('/office/certificate-template', notice('certificate_template.changed', { version: outcome.version }));
  }

  private async page(form: FormView<TemplateForm>, shown: TemplateFacts, status = 200): Promise<Page> {
    const { version } = await this.template.current();
    const sample = this.template.sampleOf({ ...shown, version }, this.clock.today());
    const versions = await templateVersions((query) => this.reads.all(query));
    return page({
      form, version, isPreview: !('version' in shown), sampleUrl: sampleImage(sample, this.printing, true), sampleNumber: sample.number,
      pieces: WORDING_PIECES.map((piece) => `{${piece}}`).join(' '),
      versions: versions.map(({ version: number, createdAt, createdByName, numberPattern }) => ({ version: number, createdAt, createdByName, numberPattern })),
    }, status);
  }
}
