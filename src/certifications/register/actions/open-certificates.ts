import { Injectable } from '@nestjs/common';
import { type QueryFunction, ReadDatabase } from '../../../platform/index.js';
import { CheckRegister } from '../../binding/index.js';
import { openedCertificate, type OpenedCertificate } from '../data/shown-certificate.js';

/** Certificates by id. What is told of one is what was checked: one reading of its record serves both. */
@Injectable()
export class OpenCertificates {
  private readonly query: QueryFunction;

  constructor(
    reads: ReadDatabase,
    private readonly register: CheckRegister,
  ) {
    this.query = reads.query;
  }

  /** Without those that never were. */
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
