import { Injectable } from '@nestjs/common';
import { CheckRecords } from '../../binding/index.js';
import { openedCertificate, type OpenedCertificate } from '../data/shown-certificate.js';

/** Opens certificates by id. What is shown is what was checked: the record is read only once. */
@Injectable()
export class OpenCertificates {
  constructor(private readonly register: CheckRecords) {}

  /** Ids that never had a certificate are left out. */
  async execute(ids: readonly string[]): Promise<ReadonlyMap<string, OpenedCertificate>> {
    const opened = new Map<string, OpenedCertificate>();
    for (const [id, checked] of await this.register.execute(ids)) opened.set(id, openedCertificate(checked));
    return opened;
  }

  /** `null`: there never was such a certificate. */
  async byId(id: string): Promise<OpenedCertificate | null> {
    return (await this.execute([id])).get(id) ?? null;
  }
}
