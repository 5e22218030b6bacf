import { Injectable } from '@nestjs/common';
import {
  definePage,
  found,
  Jobs,
  flash,
  type Page,
  type ProgressView,
  progressView,
  ReadDatabase,
  type Refused,
  seeOther,
  type SeeOther,
  type RequestContext,
  refusalTexts,
  answerAct,
  type Refusal,
} from '../../../platform/index.js';
import type { ItemState } from '../../core/index.js';
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
    readonly tone: string;
    readonly word: string;
    readonly why: readonly string[];
    readonly issued: boolean;
  }[];
  readonly left: number;
  readonly reasons: readonly string[];
}

const page = definePage<IssuancePage>('certifications/issuing/issuance/show');
const TONES: Readonly<Record<ItemState, string>> = {
  waiting: 'wait',
  issued: 'issued',
  refused: 'refused',
  void: 'off',
};

/** The page of an issue, and the response to acts on it. */
@Injectable()
export class IssuancePages {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly jobs: Jobs,
  ) {}

  async show(context: RequestContext, id: string): Promise<Page> {
    return page(await this.model(context, id));
  }

  after(
    context: RequestContext,
    id: string,
    { message, outcome }: { readonly message: string; readonly outcome: true | Refused },
  ): Promise<Page | SeeOther> {
    return answerAct(outcome, {
      done: () => seeOther(`/office/issuances/${id}`, flash(message)),
      again: async (refusals) => page(await this.model(context, id, refusals)),
    });
  }

  private async model(
    { translator }: RequestContext,
    id: string,
    refusals: readonly Refusal[] = [],
  ): Promise<IssuancePage> {
    const { query } = this.reads;
    const issuance = found(await issuanceById(query, id));
    const progress = found(await this.jobs.progressOf(query, issuance.jobId));
    const items = await itemsOf(query, id);
    const left = items.filter(({ state }) => state === 'waiting').length;
    const done = items.length - left;
    const acts =
      left === 0 ? {} : { stop: `/office/issuances/${id}/stopping`, resume: `/office/issuances/${id}/resumption` };
    // Items show the progress more precisely than the job.
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
        tone: TONES[item.state],
        word: translator.t(`issuance.item_${item.state}`),
        issued: item.state === 'issued',
        why: refusalTexts(translator, reasons ?? []),
      })),
      reasons: refusalTexts(translator, refusals),
    };
  }
}
