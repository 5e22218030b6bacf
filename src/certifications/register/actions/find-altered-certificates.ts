import { Injectable } from '@nestjs/common';
import { yieldToRequests } from '../../../platform/index.js';
import { CheckRecords, isInOrder } from '../../binding/index.js';

const AT_ONCE = 500;

/** Finds altered certificates among many; nothing of those may be shown. */
@Injectable()
export class FindAlteredCertificates {
  constructor(private readonly register: CheckRecords) {}

  async execute(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const inOrder = new Set<string>();
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      for (const [id, { answer }] of await this.register.execute(ids.slice(from, from + AT_ONCE)))
        if (isInOrder(answer)) inOrder.add(id);
      await yieldToRequests();
    }
    return new Set(ids.filter((id) => !inOrder.has(id)));
  }
}
