import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { SentPictures } from '../../../courses/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  flash,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  textOf,
  typedFrom,
  TakesFiles,
  type RequestContext,
  answerAct,
  answerForm,
  refused,
  withRefusals,
} from '../../../platform/index.js';
import { AddTemplate } from '../actions/add-template.js';
import { type NamedTemplateRow, namedTemplates } from '../data/named-templates.js';
import { currentTemplate } from '../data/templates.js';
import { FILES_OF_A_TEMPLATE, TEMPLATE_PICTURES, TemplateForm, templateTyped, valuesOf } from './template.form.js';
import { TemplatePages } from './template.page.js';

export interface TemplatesPage {
  readonly q: string;
  readonly retired: boolean;
  readonly filtered: boolean;
  readonly count: number;
  readonly templates: readonly NamedTemplateRow[];
}

const indexPage = definePage<TemplatesPage>('certifications/templates/index');

@Controller('office/certificate-templates')
@Requires('certificateTemplate.manage')
export class TemplateListController {
  constructor(
    private readonly addTemplate: AddTemplate,
    private readonly pages: TemplatePages,
    private readonly pictures: SentPictures,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@Query() query: { readonly q?: unknown; readonly retired?: unknown }): Promise<Page> {
    const [q, retired] = [textOf(query.q).trim().slice(0, 100), textOf(query.retired) !== ''];
    const templates = await namedTemplates(this.reads.query, { q, retired });
    return indexPage({ q, retired, filtered: q !== '' || retired, count: templates.length, templates });
  }

  @Get('new')
  async blank(@CurrentContext() { translator }: RequestContext): Promise<Page> {
    return this.pages.form({
      translator,
      template: null,
      typed: typedFrom({ ...valuesOf(await currentTemplate(this.reads.query)), name: '' }),
      isPreview: false,
    });
  }

  /** The sample of what is typed just now. */
  @Get('look')
  async look(@CurrentContext() { translator }: RequestContext, @Query() typed: Record<string, unknown>): Promise<Page> {
    return this.pages.look(translator, readForm(TemplateForm, typed, this.clock.today()).typed);
  }

  /** The same form shows what it would print (`preview` sent) or becomes a template. */
  @Post()
  @TakesFiles(FILES_OF_A_TEMPLATE)
  async begin(
    @CurrentContext() { translator, actor }: RequestContext,
    @Body() sent: unknown,
  ): Promise<Page | SeeOther> {
    const { body, refusals } = await this.pictures.with(actor, sent, TEMPLATE_PICTURES);
    const read = readForm(TemplateForm, body, this.clock.today());
    const shown = { translator, template: null, typed: read.typed, isPreview: true };
    if (textOf(body.preview) !== '')
      return answerAct(refusals.length > 0 ? refused(...refusals) : null, {
        done: () => this.pages.form(shown),
        again: (wrong) => this.pages.form({ ...shown, refusals: wrong }),
      });
    return answerForm(withRefusals(read, refusals), {
      act: ({ name }) =>
        this.addTemplate.execute(actor, { name, template: templateTyped(read.typed), today: this.clock.today() }),
      done: ({ id }, { name }) =>
        seeOther(`/office/certificate-templates/${id}`, flash('certificate_template.begun', { name })),
      again: (filling) => this.pages.form({ ...shown, ...filling }),
    });
  }
}
