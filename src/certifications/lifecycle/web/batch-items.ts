import { Injectable } from '@nestjs/common';
import { ReadDatabase } from '../../../platform/index.js';
import { CheckRecords, isInOrder, RegisterBinding } from '../../binding/index.js';
import { batchItems, type BatchItemRow, type BatchRow } from '../data/batches.js';
import type { ItemState } from '../domain/batches.js';

export interface ShownItem extends Omit<BatchItemRow, 'state'> {
  /** `unchecked`: called done, and the certificate, as it was checked, does not say so. */
  readonly state: ItemState | 'unchecked';
}

export interface ShownItems {
  readonly items: readonly ShownItem[];
  /** Something is left of the batch, whatever the rows of its job and its items say. */
  readonly isUnderWay: boolean;
}

/** The items of a batch as its page shows them. */
@Injectable()
export class ShowBatchItems {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly records: CheckRecords,
    private readonly binding: RegisterBinding,
  ) {}

  async execute({ id, kind }: Pick<BatchRow, 'id' | 'kind'>): Promise<ShownItems> {
    const { query } = this.reads;
    const items = await batchItems(query, id);
    const done = items.filter(({ state }) => state === 'done');
    const checked = await this.records.execute(
      done.flatMap(({ certificateId, resultId }) => (kind === 'revocation' ? certificateId : (resultId ?? []))),
    );
    const isDone = ({ certificateId, resultId }: BatchItemRow): boolean => {
      const found = checked.get(kind === 'revocation' ? certificateId : (resultId ?? ''));
      if (!found?.record || !isInOrder(found.answer)) return false;
      const { state, frozen } = found.record;
      return kind === 'revocation' ? state === 'revoked' : frozen.supersedesId === certificateId;
    };
    const underWay = await this.binding.plansUnderWay(query);
    return {
      items: items.map((item) => (item.state === 'done' && !isDone(item) ? { ...item, state: 'unchecked' } : item)),
      isUnderWay: underWay?.includes(id) ?? items.some(({ state }) => state === 'waiting'),
    };
  }
}
