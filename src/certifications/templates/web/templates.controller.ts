import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { SentPictures } from '../../../courses/index.js';
import {
  Clock,
  CurrentContext,
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
  IdParam,
  answerAct,
  answerForm,
  refused,
  withRefusals,
} from '../../../platform/index.js';
import { ChangeTemplate } from '../actions/change-template.js';
import type { NamedTemplateRow } from '../data/named-templates.js';
import { knownTemplate } from './known-template.js';
import { ShownTemplatePages } from './shown-template.page.js';
import { FILES_OF_A_TEMPLATE, TEMPLATE_PICTURES, TemplateForm, templateTyped, valuesOf } from './template.form.js';
import { TemplatePages } from './template.page.js';

@Controller('office/certificate-templates/:id')
@Requires('certificateTemplate.manage')
export class TemplatesController {
  constructor(
    private readonly changeTemplate: ChangeTemplate,
    private readonly shownPages: ShownTemplatePages,
    private readonly pages: TemplatePages,
    private readonly pictures: SentPictures,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    return this.shownPages.show(context, id);
  }

  @Get('edit')
  async edit(@CurrentContext() { translator }: RequestContext, @IdParam() id: string): Promise<Page> {
    const { named, newest } = await knownTemplate(this.reads.query, id);
    return this.pages.form({
      translator,
      template: headOf(named),
      typed: typedFrom({ ...valuesOf(newest), name: named.name }),
      isPreview: false,
    });
  }

  /** The same form shows what it would print (`preview` sent) or becomes the next version. */
  @Post()
  @TakesFiles(FILES_OF_A_TEMPLATE)
  async change(
    @CurrentContext() { translator, actor }: RequestContext,
    @IdParam() id: string,
    @Body() sent: unknown,
  ): Promise<Page | SeeOther> {
    const { named } = await knownTemplate(this.reads.query, id);
    const { body, refusals } = await this.pictures.with(actor, sent, TEMPLATE_PICTURES);
    const read = readForm(TemplateForm, body, this.clock.today());
    const shown = { translator, template: headOf(named), typed: read.typed, isPreview: true };
    if (textOf(body.preview) !== '')
      return answerAct(refusals.length > 0 ? refused(...refusals) : null, {
        done: () => this.pages.form(shown),
        again: (wrong) => this.pages.form({ ...shown, refusals: wrong }),
      });
    return answerForm(withRefusals(read, refusals), {
      act: ({ name }) =>
        this.changeTemplate.execute(actor, id, {
          name,
          template: templateTyped(read.typed),
          today: this.clock.today(),
        }),
      done: ({ number }) =>
        seeOther(`/office/certificate-templates/${id}`, flash('certificate_template.changed', { version: number })),
      again: (filling) => this.pages.form({ ...shown, ...filling }),
    });
  }
}

const headOf = ({ id, name, number }: NamedTemplateRow) => ({ id, name, version: number });
