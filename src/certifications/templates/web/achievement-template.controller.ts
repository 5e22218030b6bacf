import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  found,
  IdField,
  flash,
  type Page,
  readForm,
  ReadDatabase,
  type Refusal,
  seeOther,
  type SeeOther,
  typedFrom,
  type RequestContext,
  answerForm,
  refuse,
} from '../../../platform/index.js';
import { ChooseTemplate } from '../actions/choose-template.js';
import { choiceOf, namedTemplates } from '../data/named-templates.js';

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
      again: ({ refusals = [refuse('templateUnknown', {}, 'namedId')] }) => this.page(context, code, refusals),
    });
  }

  private async page({ translator }: RequestContext, code: string, refusals: readonly Refusal[] = []): Promise<Page> {
    const achievement = await this.known(code);
    const templates = await namedTemplates(this.reads.query);
    const options = [
      { value: '', label: translator.t('certificate_template.choose_usual') },
      ...templates.map(({ id, name, isUsual }) => ({
        value: id,
        label: isUsual ? `${name} · ${translator.t('certificate_template.usual')}` : name,
      })),
    ];
    return page({
      achievement,
      templates,
      form: formView(ChoiceForm, translator, {
        typed: typedFrom({ namedId: achievement.namedId }),
        refusals,
        options: { namedId: options },
      }),
    });
  }

  private async known(code: string) {
    return found(await choiceOf(this.reads.query, code));
  }
}
