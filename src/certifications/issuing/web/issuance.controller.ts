import { Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  type QueryFunction,
  CurrentContext,
  definePage,
  found,
  isRefused,
  Jobs,
  looksLikeId,
  flash,
  type Page,
  type ProgressView,
  progressView,
  ReadDatabase,
  type Refused,
  seeOther,
  type SeeOther,
  type RequestContext,
} from '../../../platform/index.js';
import type { ItemState } from '../../core/index.js';
import { SteerIssuance } from '../actions/steer-issuance.js';
import { issuanceById, itemsOf } from '../data/issuances.js';

export interface IssuancePage {
  readonly id: string;
  readonly code: string;
  readonly progress: ProgressView;
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly latinName: string | null;
    readonly number: string;
    readonly look: string;
    readonly word: string;
    readonly why: readonly string[];
    readonly issued: boolean;
  }[];
  readonly left: number;
  readonly reasons: readonly string[];
}

const page = definePage<IssuancePage>('certifications/issuing/issuance/show');
const LOOKS: Readonly<Record<ItemState, string>> = {
  waiting: 'wait',
  issued: 'issued',
  refused: 'refused',
  void: 'off',
};

/** An issue of certificates as it goes on, and when it is over. */
@Controller('office/issuances')
@Requires('certificate.issue')
export class IssuanceController {
  private readonly query: QueryFunction;

  constructor(
    private readonly steer: SteerIssuance,
    private readonly jobs: Jobs,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

  @Get(':id')
  async show(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<Page> {
    return page(await this.model(context, id));
  }

  @Post(':id/stopping')
  async stop(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<Page | SeeOther> {
    return this.after(context, {
      id,
      said: 'issuance.stopped',
      outcome: await this.steer.stop(context.actor, known(id)),
    });
  }

  @Post(':id/resumption')
  async resume(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<Page | SeeOther> {
    return this.after(context, {
      id,
      said: 'issuance.resumed',
      outcome: await this.steer.resume(context.actor, known(id)),
    });
  }

  @Post(':id/abandonment')
  async abandon(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<Page | SeeOther> {
    return this.after(context, {
      id,
      said: 'issuance.abandoned',
      outcome: await this.steer.abandon(context.actor, known(id)),
    });
  }

  private async after(
    context: RequestContext,
    { id, said, outcome }: { readonly id: string; readonly said: string; readonly outcome: true | Refused },
  ): Promise<Page | SeeOther> {
    if (isRefused(outcome)) return page(await this.model(context, id, outcome), 422);
    return seeOther(`/office/issuances/${id}`, flash(said));
  }

  private async model(
    { translator }: RequestContext,
    id: string,
    refusal: Refused | null = null,
  ): Promise<IssuancePage> {
    const issuance = found(looksLikeId(id) ? await issuanceById(this.query, id) : null);
    const progress = found(await this.jobs.progressOf(this.query, issuance.jobId));
    const items = await itemsOf(this.query, id);
    const left = items.filter(({ state }) => state === 'waiting').length;
    const done = items.length - left;
    const acts =
      left === 0 ? {} : { stop: `/office/issuances/${id}/stopping`, resume: `/office/issuances/${id}/resumption` };
    // The items tell more exactly than the job how far it is.
    const state = left === 0 ? 'done' : progress.state === 'done' ? 'stopped' : progress.state;
    return {
      id,
      code: issuance.cohortCode,
      left,
      progress: progressView(
        { ...progress, state, done, secondsLeft: left === 0 ? null : progress.secondsLeft },
        translator,
        acts,
      ),
      items: items.map(({ reasons, ...item }) => ({
        id: item.id,
        name: item.name,
        latinName: item.latinName,
        number: item.number,
        look: LOOKS[item.state],
        word: translator.t(`issuance.item_${item.state}`),
        issued: item.state === 'issued',
        why: (reasons ?? []).map(({ code, data }) => translator.t(`refusal.${code}`, data)),
      })),
      reasons: (refusal?.reasons ?? []).map(({ code, data }) => translator.t(`refusal.${code}`, data)),
    };
  }
}

const known = (id: string): string => found(looksLikeId(id) ? id : null);
