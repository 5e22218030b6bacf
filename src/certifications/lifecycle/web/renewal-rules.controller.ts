import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  ChoiceField,
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  found,
  flash,
  optionsOf,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  type Translator,
  typedFrom,
  type RequestContext,
  WholeField,
  answerForm,
  type FormState,
} from '../../../platform/index.js';
import { ChangeRenewalRule } from '../actions/change-renewal-rule.js';
import { renewalRules, type RuleRow } from '../data/renewals.js';
import { COUNTED_FROM, type CountedFrom, OFFERED, type RenewalOffer } from '../domain/renewing.js';

class RenewalRuleForm {
  @ChoiceField(OFFERED) offered!: RenewalOffer;
  @ChoiceField(COUNTED_FROM) countedFrom!: CountedFrom;
  @WholeField({ min: 1, max: 600 }) months!: number;
  @WholeField({ min: 1, max: 3650 }) opensDays!: number;
  @WholeField({ min: 0, max: 3650 }) graceDays!: number;
}

export interface RulesPage {
  readonly rules: readonly (RuleRow & { readonly offeredWord: string; readonly countedWord: string })[];
}

export interface RulePage {
  readonly rule: RuleRow;
  readonly form: FormView<RenewalRuleForm>;
}

const index = definePage<RulesPage>('certifications/lifecycle/renewal-rule/index');
const edit = definePage<RulePage>('certifications/lifecycle/renewal-rule/edit');

/** How each achievement's certificates are renewed. */
@Controller('office/renewal-rules')
@Requires('renewalRule.manage')
export class RenewalRulesController {
  constructor(
    private readonly change: ChangeRenewalRule,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@CurrentContext() { translator }: RequestContext): Promise<Page> {
    const rules = await renewalRules(this.reads.query);
    return index({
      rules: rules.map((rule) => ({
        ...rule,
        offeredWord: translator.t(`renewal.offered.${rule.offered}`),
        countedWord: translator.t(`renewal.counted_${rule.countedFrom}`, { months: rule.months }),
      })),
    });
  }

  @Get(':code')
  async show(@CurrentContext() { translator }: RequestContext, @Param('code') code: string): Promise<Page> {
    const rule = await this.rule(code);
    return editing(translator, rule, { typed: typedFrom({ ...rule }) });
  }

  @Post(':code')
  async record(
    @CurrentContext() { actor, translator }: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const rule = await this.rule(code);
    return answerForm(readForm(RenewalRuleForm, body, this.clock.today()), {
      act: (form) => this.change.execute(actor, rule.achievementId, form),
      done: (changed) => seeOther('/office/renewal-rules', flash('renewal.rule_changed', changed)),
      again: (filling) => editing(translator, rule, filling),
    });
  }

  private async rule(code: string): Promise<RuleRow> {
    return found((await renewalRules(this.reads.query)).find((one) => one.code === code.toUpperCase()));
  }
}

function editing(translator: Translator, rule: RuleRow, filling: FormState): Page {
  const options = {
    offered: optionsOf(translator, 'renewal.offered', OFFERED),
    countedFrom: optionsOf(translator, 'renewal.counted', COUNTED_FROM),
  };
  return edit({ rule, form: formView(RenewalRuleForm, translator, { ...filling, options }) });
}
