import { Injectable } from '@nestjs/common';
import { type QueryFunction, ReadDatabase } from '../../../platform/index.js';
import { CheckRecords } from '../../binding/index.js';
import { openedCertificate, type OpenedCertificate } from '../data/shown-certificate.js';

/** Opens certificates by id. What is shown is what was checked: the record is read only once. */
@Injectable()
export class OpenCertificates {
  private readonly query: QueryFunction;

  constructor(
    reads: ReadDatabase,
    private readonly register: CheckRecords,
  ) {
    this.query = reads.query;
  }

  /** Ids that never had a certificate are left out. */
  async execute(ids: readonly string[]): Promise<ReadonlyMap<string, OpenedCertificate>> {
    const opened = new Map<string, OpenedCertificate>();
    for (const [id, checked] of await this.register.execute(ids))
      opened.set(id, await openedCertificate(this.query, checked));
    return opened;
  }

  /** `null`: there never was such a certificate. */
  async byId(id: string): Promise<OpenedCertificate | null> {
    return (await this.execute([id])).get(id) ?? null;
  }
}
