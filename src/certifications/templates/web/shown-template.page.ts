import { Injectable } from '@nestjs/common';
import {
  definePage,
  flash,
  type Page,
  ReadDatabase,
  type RequestContext,
  seeOther,
  type SeeOther,
  refusalTexts,
  answerAct,
  type Refusal,
} from '../../../platform/index.js';
import type { TemplateOutcome } from '../actions/change-named-template.js';
import { choosersOf, type NamedTemplateRow, type AchievementOfTemplates } from '../data/named-templates.js';
import type { TemplateRow } from '../data/templates.js';
import { knownTemplate } from './known-template.js';
import { type Look, TemplatePages } from './template.page.js';

export interface TemplatePage {
  readonly template: NamedTemplateRow;
  /** Its badge, if it has one. */
  readonly state: 'good' | 'retired' | null;
  readonly stateWord: string;
  readonly look: Look;
  readonly versions: readonly Pick<TemplateRow, 'number' | 'createdAt' | 'createdByName' | 'numberPattern'>[];
  readonly choosers: readonly AchievementOfTemplates[];
  readonly reasons: readonly string[];
}

const showPage = definePage<TemplatePage>('certifications/templates/show');

/** The page of a template, and what follows an act upon it. */
@Injectable()
export class ShownTemplatePages {
  constructor(
    private readonly pages: TemplatePages,
    private readonly reads: ReadDatabase,
  ) {}

  show(context: RequestContext, id: string): Promise<Page> {
    return this.page(context, id);
  }

  after(
    context: RequestContext,
    id: string,
    { outcome, done }: { readonly outcome: TemplateOutcome; readonly done: string },
  ): Promise<Page | SeeOther> {
    return answerAct(outcome, {
      done: ({ name }) =>
        seeOther(`/office/certificate-templates/${id}`, flash(`certificate_template.${done}`, { name })),
      again: (refusals) => this.page(context, id, refusals),
    });
  }

  private async page({ translator }: RequestContext, id: string, refusals: readonly Refusal[] = []): Promise<Page> {
    const { named, newest, versions } = await knownTemplate(this.reads.query, id);
    const state = named.retiredAt !== null ? ('retired' as const) : named.isUsual ? ('good' as const) : null;
    const stateWord = translator.t(
      state === 'retired' ? 'certificate_template.retired_state' : 'certificate_template.usual',
    );
    return showPage({
      template: named,
      state,
      stateWord,
      look: await this.pages.lookAt(translator, newest, false),
      versions,
      choosers: await choosersOf(this.reads.query, id),
      reasons: refusalTexts(translator, refusals),
    });
  }
}
