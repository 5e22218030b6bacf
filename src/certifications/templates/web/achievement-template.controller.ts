import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type FormState,
  type FormView,
  formView,
  found,
  IdField,
  flash,
  looksLikeId,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  typedFrom,
  type RequestContext,
  answerForm,
  refuse,
} from '../../../platform/index.js';
import { ChooseTemplate } from '../actions/choose-template.js';
import { choiceOf, namedTemplateById, type NamedTemplateRow, namedTemplates } from '../data/named-templates.js';

export class ChoiceForm {
  @IdField({ optional: true }) namedId!: string | null;
}

export interface ChoicePage {
  readonly achievement: { readonly code: string; readonly nameZh: string; readonly nameEn: string };
  readonly form: FormView<ChoiceForm>;
  readonly templates: readonly { readonly id: string; readonly name: string }[];
}

const page = definePage<ChoicePage>('certifications/templates/choice');

/** Which template an achievement's certificates are made out by. */
@Controller('office/achievements/:code/template')
@Requires('certificateTemplate.manage')
export class AchievementTemplateController {
  constructor(
    private readonly chooseTemplate: ChooseTemplate,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    return this.page(context, code);
  }

  @Post()
  async choose(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const achievement = await this.known(code);
    return answerForm(readForm(ChoiceForm, body, this.clock.today()), {
      act: ({ namedId }) => this.chooseTemplate.execute(context.actor, achievement.id, namedId),
      done: ({ name }) =>
        seeOther(
          `/office/achievements/${achievement.code}`,
          name === '' ? flash('certificate_template.chosen_usual') : flash('certificate_template.chosen', { name }),
        ),
      again: ({ typed, refusals = [refuse('templateUnknown', {}, 'namedId')] }) =>
        this.page(context, code, { typed, refusals }),
    });
  }

  private async page({ translator }: RequestContext, code: string, filling: FormState = {}): Promise<Page> {
    const achievement = await this.known(code);
    const templates = await namedTemplates(this.reads.query);
    const picked = filling.typed?.['namedId'];
    const retired = typeof picked === 'string' ? await this.retired(picked) : null;
    const options = [
      { value: '', label: translator.t('certificate_template.choose_usual') },
      ...templates.map(({ id, name, isUsual }) => ({
        value: id,
        label: isUsual ? `${name} · ${translator.t('certificate_template.usual')}` : name,
      })),
      // Picked in a page that was older than the retirement: shown as picked, beside why it was refused.
      ...(retired === null
        ? []
        : [{ value: retired.id, label: `${retired.name} · ${translator.t('certificate_template.retired_state')}` }]),
    ];
    return page({
      achievement,
      templates,
      form: formView(ChoiceForm, translator, {
        typed: typedFrom({ namedId: achievement.namedId }),
        ...filling,
        options: { namedId: options },
      }),
    });
  }

  private async retired(id: string): Promise<NamedTemplateRow | null> {
    const template = looksLikeId(id) ? await namedTemplateById(this.reads.query, id) : null;
    return template !== null && template.retiredAt !== null ? template : null;
  }

  private async known(code: string) {
    return found(await choiceOf(this.reads.query, code));
  }
}
