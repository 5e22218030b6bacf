import { Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  answerAct,
  CurrentContext,
  definePage,
  flash,
  type Page,
  type Refusal,
  refusalTexts,
  seeOther,
  type SeeOther,
  type RequestContext,
} from '../../platform/index.js';
import { PublishCohort } from '../actions/publish-cohort.js';
import { publicationBlockers } from '../domain/move-rules.js';
import type { CohortHeader } from './cohort-header.js';
import { type MovedCohort, MovedCohorts } from './moved-cohort.js';
import { type CheckLine, checklistOf } from './next-act.js';

export interface PublicationPage {
  readonly header: CohortHeader;
  readonly reasons: readonly string[];
  readonly checklist: readonly CheckLine[];
}

const page = definePage<PublicationPage>('cohorts/publication/new');

@Controller('office/cohorts/:code/publication')
@Requires('cohort.manage')
export class PublicationController {
  constructor(
    private readonly cohorts: MovedCohorts,
    private readonly publishCohort: PublishCohort,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    const cohort = await this.cohorts.of(context, code);
    return pageOf(context, cohort, publicationBlockers(cohort.facts));
  }

  @Post()
  async publish(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page | SeeOther> {
    const cohort = await this.cohorts.of(context, code);
    const { header } = cohort;
    return answerAct(await this.publishCohort.execute(context.actor, header.id), {
      done: () => seeOther(header.href, flash('cohort.published', { cohort: header.code })),
      again: (refusals) => pageOf(context, cohort, refusals),
    });
  }
}

function pageOf({ translator }: RequestContext, { header, facts }: MovedCohort, refusals: readonly Refusal[]): Page {
  return page({
    header,
    reasons: refusalTexts(translator, refusals),
    checklist: checklistOf(facts, header, translator),
  });
}
