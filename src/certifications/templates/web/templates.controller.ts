import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { SentPictures } from '../../../courses/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  FileAnswer,
  found,
  isRefused,
  looksLikeId,
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
} from '../../../platform/index.js';
import { picturesOf } from '../../core/index.js';
import { Printing, unissued } from '../../documents/index.js';
import { ChangeTemplate } from '../actions/change-template.js';
import { KeepTemplates } from '../actions/keep-templates.js';
import {
  choosersOf,
  namedTemplateById,
  type NamedTemplateRow,
  type TemplateChoosing,
} from '../data/named-templates.js';
import { type TemplateRow, versionsOfTemplate } from '../data/templates.js';
import { DEFAULT_TEMPLATE, type TemplateFacts } from '../domain/template.js';
import { FILES_OF_A_TEMPLATE, TEMPLATE_PICTURES, TemplateForm, templateTyped, valuesOf } from './template.form.js';
import { type Look, TemplatePages } from './template.page.js';

interface TemplatePage {
  readonly template: NamedTemplateRow;
  /** Its badge, if it has one. */
  readonly state: 'good' | 'retired' | null;
  readonly stateWord: string;
  readonly look: Look;
  readonly versions: readonly Pick<TemplateRow, 'number' | 'createdAt' | 'createdByName' | 'numberPattern'>[];
  readonly choosers: readonly TemplateChoosing[];
  readonly reasons: readonly string[];
}

const showPage = definePage<TemplatePage>('certifications/templates/show');

@Controller('office/certificate-templates/:id')
@Requires('certificateTemplate.manage')
export class TemplatesController {
  constructor(
    private readonly template: ChangeTemplate,
    private readonly templates: KeepTemplates,
    private readonly pages: TemplatePages,
    private readonly pictures: SentPictures,
    private readonly printing: Printing,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<Page> {
    return showPage(await this.shown(context, id));
  }

  @Get('edit')
  async edit(@CurrentContext() { translator }: RequestContext, @Param('id') id: string): Promise<Page> {
    const { named, newest } = await this.known(id);
    return this.pages.form({
      translator,
      template: headOf(named),
      typed: typedFrom({ ...valuesOf(newest), name: named.name }),
      isPreview: false,
    });
  }

  @Get('sample.pdf')
  async sample(@Param('id') id: string): Promise<FileAnswer> {
    const { named, facts, pictures } = await this.sampleFacts(id);
    return new FileAnswer(
      await this.printing.pdf({
        ...unissued(facts, pictures),
        token: `sample-${named.id}-${named.number}`,
        issuedAt: this.clock.now(),
      }),
      'application/pdf',
    );
  }

  @Get('sample.svg')
  async picture(@Param('id') id: string): Promise<FileAnswer> {
    const { facts, pictures } = await this.sampleFacts(id);
    const { svg, packed } = this.printing.drawing(unissued(facts, pictures));
    return new FileAnswer(svg, 'image/svg+xml', { packed, cache: 'private, max-age=0' });
  }

  /** The same form shows what it would print (`preview` sent) or becomes the next version. */
  @Post()
  @TakesFiles(FILES_OF_A_TEMPLATE)
  async change(
    @CurrentContext() { translator, actor }: RequestContext,
    @Param('id') id: string,
    @Body() sent: unknown,
  ): Promise<Page | SeeOther> {
    const { named } = await this.known(id);
    const { body, refusals } = await this.pictures.with(actor, sent, TEMPLATE_PICTURES);
    const read = readForm(TemplateForm, body, this.clock.today());
    const shown = { translator, template: headOf(named), typed: read.typed, isPreview: true };
    if (textOf(body.preview) !== '')
      return this.pages.form({ ...shown, refusals, status: refusals.length > 0 ? 422 : 200 });
    if (!read.ok || refusals.length > 0)
      return this.pages.form({ ...shown, faults: read.ok ? [] : read.faults, refusals, status: 422 });
    const outcome = await this.template.next(actor, id, {
      name: read.form.name,
      template: templateTyped(read.typed),
      today: this.clock.today(),
    });
    if (isRefused(outcome)) return this.pages.form({ ...shown, refusals: outcome.reasons, status: 422 });
    return seeOther(
      `/office/certificate-templates/${id}`,
      flash('certificate_template.changed', { version: outcome.number }),
    );
  }

  @Post('usual')
  async makeUsual(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<Page | SeeOther> {
    return this.answer(context, id, {
      outcome: await this.templates.makeUsual(context.actor, idOf(id)),
      said: 'made_usual',
    });
  }

  @Post('retirement')
  async retire(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<Page | SeeOther> {
    return this.answer(context, id, { outcome: await this.templates.retire(context.actor, idOf(id)), said: 'retired' });
  }

  @Post('return')
  async bringBack(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<Page | SeeOther> {
    return this.answer(context, id, {
      outcome: await this.templates.bringBack(context.actor, idOf(id)),
      said: 'brought_back',
    });
  }

  private async answer(
    context: RequestContext,
    id: string,
    { outcome, said }: { readonly outcome: Awaited<ReturnType<KeepTemplates['retire']>>; readonly said: string },
  ): Promise<Page | SeeOther> {
    if (!isRefused(outcome))
      return seeOther(
        `/office/certificate-templates/${id}`,
        flash(`certificate_template.${said}`, { name: outcome.name }),
      );
    return showPage(
      {
        ...(await this.shown(context, id)),
        reasons: outcome.reasons.map((one) => context.translator.t(`refusal.${one.code}`, one.data)),
      },
      422,
    );
  }

  private async shown({ translator }: RequestContext, id: string): Promise<TemplatePage> {
    const { named, newest, versions } = await this.known(id);
    const state = named.retiredAt !== null ? ('retired' as const) : named.isUsual ? ('good' as const) : null;
    const stateWord = translator.t(
      state === 'retired' ? 'certificate_template.retired_state' : 'certificate_template.usual',
    );
    return {
      template: named,
      state,
      stateWord,
      look: await this.pages.lookAt(translator, newest, false),
      versions,
      choosers: await choosersOf(this.reads.query, id),
      reasons: [],
    };
  }

  private async known(
    id: string,
  ): Promise<{ named: NamedTemplateRow; newest: TemplateFacts; versions: readonly TemplateRow[] }> {
    const named = found(looksLikeId(id) ? await namedTemplateById(this.reads.query, id) : null);
    const versions = await versionsOfTemplate(this.reads.query, id);
    return { named, newest: versions[0] ?? DEFAULT_TEMPLATE, versions };
  }

  private async sampleFacts(id: string) {
    const { named, newest } = await this.known(id);
    const facts = this.template.sampleOf({ ...newest, version: named.number }, this.clock.today());
    return { named, facts, pictures: await picturesOf(this.reads.query, facts) };
  }
}

const idOf = (id: string): string => found(looksLikeId(id) ? id : null);
const headOf = ({ id, name, number }: NamedTemplateRow) => ({ id, name, version: number });
