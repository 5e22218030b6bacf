import { Inject, Injectable } from '@nestjs/common';
import { randomBytes, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import {
  Clock,
  CONFIG,
  type Config,
  LOGGER,
  PoolClosed,
  ReadDatabase,
  type Transaction,
} from '../../../platform/index.js';
import { CheckRegisterState, type Intended, logStanding, RegisterBinding } from '../../binding/index.js';
import { type CertificateFacts, picturesOf } from '../../core/index.js';
import { type Documents, DocumentWorkers, Printing, storeSignedCertificates } from '../../documents/index.js';
import { IssuerKeys, type StatusPosition } from '../../issuer/index.js';
import type { BindingAct, NoteSigner } from '../../log/index.js';

export interface ToSign extends StatusPosition {
  /** The certificate's. */
  readonly id: string;
  readonly token: string;
  readonly facts: CertificateFacts;
  readonly subjectUrn: string;
  readonly issuedAt: number;
  readonly email: string | null;
}

export interface SignedDocuments extends ToSign {
  readonly documents: Documents;
}

interface Storing {
  readonly sealed: readonly SignedDocuments[];
  readonly issued: { readonly act: BindingAct; readonly stored: readonly Intended[] } | null;
  readonly changed?: readonly Intended[];
}

/** Makes documents beforehand, outside of any unit of work, and stores them in one. */
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
    private readonly binding: RegisterBinding,
    private readonly register: CheckRegisterState,
  ) {}

  /** About a second's worth of work, on all cores. */
  get atOnce(): number {
    return this.documentWorkers.width * 6;
  }

  /**
   * A certificate whose documents do not stand up to their own check is left out, and told to the
   * log: it must not keep the others.
   * @throws PoolClosed while the process shuts down: that says nothing of any certificate
   * @throws Busy where the register as a whole was changed: nothing is signed then
   */
  async execute(certificates: readonly ToSign[]): Promise<SignedDocuments[]> {
    await this.register.demandWritable();
    const { did, assertion, jwt, paper } = await this.keys.ready();
    const keys = { did, assertion, jwt, paper, publicUrl: this.config.publicUrl };
    const at = this.clock.now();
    const { query } = this.reads;
    const made = await Promise.allSettled(
      certificates.map(async (one) => {
        const { email: address, facts, token, subjectUrn, statusList, statusIndex, issuedAt } = one;
        const email = address === null ? null : { address, salt: randomBytes(12).toString('base64url') };
        const documents = await this.documentWorkers.make(
          {
            facts,
            token,
            subjectUrn,
            statusList,
            statusIndex,
            issuedAt,
            at,
            email,
            days: this.daysOf(facts),
            pictures: Object.fromEntries(await picturesOf(query, facts)),
          },
          keys,
        );
        return { ...one, documents };
      }),
    );
    const closed = made.find((one) => one.status === 'rejected' && one.reason instanceof PoolClosed);
    if (closed) throw new PoolClosed();
    for (const one of made)
      if (one.status === 'rejected')
        this.log.error({ err: one.reason as unknown }, 'the documents of a certificate could not be made');
    return made.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  }

  /** The instant that documents made from now on are issued at. */
  issuedAtNow(): number {
    return this.clock.now();
  }

  async logSigner(): Promise<NoteSigner> {
    return (await this.keys.ready()).log;
  }

  /**
   * As a last step of the transaction in which the certificates are stored, or were before: documents, what binds
   * them, and
   * what is due in the log. `issued`: by which act, and how, they are stored in this transaction; `null`:
   * they were before, and `RegisterBinding.inOrder` has named them.
   * `changed`: certificates in order before this transaction whose standing it has changed.
   */
  async store(tx: Transaction, signer: NoteSigner, { sealed, issued, changed = [] }: Storing): Promise<void> {
    await storeSignedCertificates(
      tx,
      sealed.map(({ id, subjectUrn, statusList, statusIndex, documents }) => ({
        certificateId: id,
        subjectUrn,
        statusList,
        statusIndex,
        ...documents,
      })),
    );
    const made = sealed.map(({ id, documents }): Intended => ({ id, credential: documents.credentialHash }));
    const stored = new Map(issued?.stored.map((one) => [one.id, one]));
    if (issued)
      await this.binding.issued(
        tx,
        issued.act,
        made.map((one) => ({ ...stored.get(one.id), ...one })),
      );
    await this.binding.again(tx, issued ? changed : [...made, ...changed]);
    await logStanding(
      tx,
      { signer, bindingKey: this.binding.key },
      sealed.map(({ id }) => id),
    );
  }

  private daysOf({ issuedOn, expiresOn, cohort }: CertificateFacts): Record<string, { zh: string; en: string }> {
    const { zh, en } = this.printing.days;
    const days = [issuedOn, cohort.startsOn, cohort.endsOn, ...(expiresOn === null ? [] : [expiresOn])];
    return Object.fromEntries(days.map((day) => [day, { zh: zh(day), en: en(day) }]));
  }
}

/** Whom a credential speaks of: a name of its own for each certificate. */
export const newSubjectUrn = (): string => `urn:uuid:${randomUUID()}`;
