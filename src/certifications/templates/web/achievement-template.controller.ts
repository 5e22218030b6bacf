import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentVisit,
  definePage,
  type FormView,
  formView,
  found,
  IdField,
  isRefused,
  notice,
  type Page,
  readForm,
  ReadDatabase,
  type Refusal,
  seeOther,
  type SeeOther,
  typedFrom,
  type Visit,
} from '../../../platform/index.js';
import { KeepTemplates } from '../actions/keep-templates.js';
import { choiceOf, namedTemplates } from '../data/named-templates.js';

class ChoiceForm {
  @IdField({ optional: true }) namedId!: string | null;
}

interface ChoicePage {
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
    private readonly templates: KeepTemplates,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@CurrentVisit() visit: Visit, @Param('code') code: string): Promise<Page> {
    return this.page(visit, code);
  }

  @Post()
  async choose(
    @CurrentVisit() visit: Visit,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const achievement = await this.known(code);
    const read = readForm(ChoiceForm, body, this.clock.today());
    if (!read.ok) return this.page(visit, code, [{ code: 'templateUnknown', data: {}, field: 'namedId' }]);
    const outcome = await this.templates.choose(visit.actor, achievement.id, read.form.namedId);
    if (isRefused(outcome)) return this.page(visit, code, outcome.reasons);
    const said =
      outcome.name === ''
        ? notice('certificate_template.chosen_usual')
        : notice('certificate_template.chosen', { name: outcome.name });
    return seeOther(`/office/achievements/${achievement.code}`, said);
  }

  private async page({ speaker }: Visit, code: string, refusals: readonly Refusal[] = []): Promise<Page> {
    const achievement = await this.known(code);
    const templates = await namedTemplates(this.reads.query);
    const options = [
      { value: '', label: speaker.say('certificate_template.choose_usual') },
      ...templates.map(({ id, name, isUsual }) => ({
        value: id,
        label: isUsual ? `${name} · ${speaker.say('certificate_template.usual')}` : name,
      })),
    ];
    return page(
      {
        achievement,
        templates,
        form: formView(ChoiceForm, speaker, {
          typed: typedFrom({ namedId: achievement.namedId }),
          refusals,
          options: { namedId: options },
        }),
      },
      refusals.length > 0 ? 422 : 200,
    );
  }

  private async known(code: string) {
    return found(await choiceOf(this.reads.query, code));
  }
}
