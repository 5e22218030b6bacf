import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import {
  Clock,
  CONFIG,
  type Config,
  LOGGER,
  PictureAltered,
  PoolClosed,
  ReadDatabase,
} from '../../../platform/index.js';
import { ReportAlteredRecord, WatchRegister } from '../../binding/index.js';
import { type CertificateFacts, picturesOf } from '../../core/index.js';
import { type Documents, DocumentWorkers, Printing } from '../../documents/index.js';
import { IssuerKeys, type StatusPosition } from '../../issuer/index.js';

export interface ToSign extends StatusPosition {
  /** Id of the certificate. */
  readonly id: string;
  readonly token: string;
  readonly facts: CertificateFacts;
  readonly subjectUrn: string;
  readonly issuedAt: number;
}

export interface SignedDocuments extends ToSign {
  readonly documents: Documents;
  /** The keys among which those were that signed them (`boundKeysOf`). */
  readonly boundKeys: string;
}

/** Makes documents outside of any unit of work; `StoreDocuments` stores them in one. */
@Injectable()
export class MakeDocuments {
  constructor(
    private readonly documentWorkers: DocumentWorkers,
    private readonly keys: IssuerKeys,
    private readonly printing: Printing,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
    private readonly reads: ReadDatabase,
    private readonly register: WatchRegister,
    private readonly report: ReportAlteredRecord,
  ) {}

  /** About a second of work, on all cores. */
  get atOnce(): number {
    return this.documentWorkers.width * 6;
  }

  /**
   * Leaves out, and logs, certificates whose documents fail their own check or whose pictures were removed or altered,
   * so that they do not block the others.
   * @throws PoolClosed while the process shuts down; no certificate is at fault
   * @throws Busy if the register as a whole was changed: nothing is signed then
   */
  async execute(certificates: readonly ToSign[]): Promise<SignedDocuments[]> {
    await this.register.demandWritable();
    const { did, assertion, jwt, paper, log } = await this.keys.ready();
    const keys = { did, assertion, jwt, paper, publicUrl: this.config.publicUrl };
    const at = this.clock.now();
    const { query } = this.reads;
    const made = await Promise.allSettled(
      certificates.map(async (one) => {
        const { facts, token, subjectUrn, statusList, statusIndex, issuedAt } = one;
        const documents = await this.documentWorkers.make(
          {
            facts,
            token,
            subjectUrn,
            statusList,
            statusIndex,
            issuedAt,
            at,
            days: this.daysOf(facts),
            pictures: Object.fromEntries(await picturesOf(query, facts)),
          },
          keys,
        );
        return { ...one, documents, boundKeys: log.boundKeys };
      }),
    );
    const closed = made.find((one) => one.status === 'rejected' && one.reason instanceof PoolClosed);
    if (closed) throw new PoolClosed();
    for (const one of made) if (one.status === 'rejected') await this.reportFault(one.reason);
    return made.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  }

  private async reportFault(fault: unknown): Promise<void> {
    this.log.error({ err: fault }, 'the documents of a certificate could not be made');
    if (!(fault instanceof PictureAltered)) return;
    const id = `picture ${fault.key.slice(0, 16)}`;
    await this.report.execute({ subject: 'register', id, label: id, finding: fault.message });
  }

  /** The time of issue for documents made from now on. */
  issuedAtNow(): number {
    return this.clock.now();
  }

  private daysOf({ issuedOn, expiresOn, cohort }: CertificateFacts): Record<string, { zh: string; en: string }> {
    const { zh, en } = this.printing.days;
    const days = [issuedOn, cohort.startsOn, cohort.endsOn, ...(expiresOn === null ? [] : [expiresOn])];
    return Object.fromEntries(days.map((day) => [day, { zh: zh(day), en: en(day) }]));
  }
}

/** The subject id of a credential, different for each certificate. */
export const newSubjectUrn = (): string => `urn:uuid:${randomUUID()}`;
