import { Injectable } from '@nestjs/common';
import { yieldToRequests } from '../../../platform/index.js';
import { CheckRecords } from '../../binding/index.js';
import { openedCertificate, type OpenedCertificate } from '../data/shown-certificate.js';

/** Certificates checked before requests get their turn: some 20 milliseconds. */
const AT_ONCE = 100;

/** Opens certificates by id. What is shown is what was checked: the record is read only once. */
@Injectable()
export class OpenCertificates {
  constructor(private readonly register: CheckRecords) {}

  /** Ids that never had a certificate are left out. */
  async execute(ids: readonly string[]): Promise<ReadonlyMap<string, OpenedCertificate>> {
    const opened = new Map<string, OpenedCertificate>();
    for await (const some of this.inParts(ids)) for (const [id, one] of some) opened.set(id, one);
    return opened;
  }

  /** The same for so many that they should not all be kept in memory, part by part in the given order. */
  async *inParts(ids: readonly string[]): AsyncGenerator<ReadonlyMap<string, OpenedCertificate>> {
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      if (from > 0) await yieldToRequests();
      const some = ids.slice(from, from + AT_ONCE);
      const checked = await this.register.execute(some);
      yield new Map(
        some.flatMap((id) => {
          const one = checked.get(id);
          return one ? [[id, openedCertificate(one)]] : [];
        }),
      );
    }
  }

  /** `null`: there never was such a certificate. */
  async byId(id: string): Promise<OpenedCertificate | null> {
    return (await this.execute([id])).get(id) ?? null;
  }
}
