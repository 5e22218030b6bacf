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
import { CheckRecords, isInOrder, RegisterBinding } from '../../binding/index.js';
import type { ItemState } from '../../core/index.js';
import { issuanceById, type ItemRow, itemsOf } from '../data/issuances.js';

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
const TONES: Readonly<Record<ShownState, string>> = {
  waiting: 'wait',
  issued: 'issued',
  refused: 'refused',
  void: 'off',
  unchecked: 'failed',
};

/** `unchecked`: called issued, and there is no certificate in order. */
type ShownState = ItemState | 'unchecked';
type ShownItem = Omit<ItemRow, 'state'> & { readonly state: ShownState };

/** The page of an issue, and the response to acts on it. */
@Injectable()
export class IssuancePages {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly jobs: Jobs,
    private readonly records: CheckRecords,
    private readonly binding: RegisterBinding,
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

  /** Not the rows of the items say whether something is left. @param open number of items that seem so */
  private async left(id: string, open: number): Promise<number> {
    const underWay = await this.binding.plansUnderWay(this.reads.query);
    if (underWay === null) return open;
    return underWay.includes(id) ? Math.max(open, 1) : 0;
  }

  /** An item is shown as issued only if its certificate, as it was checked, is there. */
  private async shown(items: readonly ItemRow[]): Promise<ShownItem[]> {
    const issued = items.filter(({ state }) => state === 'issued');
    const checked = await this.records.execute(issued.map(({ id }) => id));
    const isThere = (id: string): boolean => {
      const found = checked.get(id);
      return found !== undefined && isInOrder(found.answer);
    };
    return items.map((item) => (item.state === 'issued' && !isThere(item.id) ? { ...item, state: 'unchecked' } : item));
  }

  private async model(
    { translator }: RequestContext,
    id: string,
    refusals: readonly Refusal[] = [],
  ): Promise<IssuancePage> {
    const { query } = this.reads;
    const issuance = found(await issuanceById(query, id));
    const progress = found(await this.jobs.progressOf(query, issuance.jobId));
    const items = await this.shown(await itemsOf(query, id));
    const open = items.filter(({ state }) => state === 'waiting' || state === 'unchecked').length;
    const done = items.length - open;
    const left = await this.left(id, open);
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
