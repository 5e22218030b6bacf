import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/index.js';
import { type Intended, logStanding, RegisterBinding } from '../../binding/index.js';
import { storeSignedCertificates } from '../../documents/index.js';
import { IssuerKeys } from '../../issuer/index.js';
import type { BindingAct, NoteSigner } from '../../log/index.js';
import type { SignedDocuments } from './make-documents.js';

interface Storing {
  readonly signed: readonly SignedDocuments[];
  readonly issued: { readonly act: BindingAct; readonly stored: readonly Intended[] } | null;
  readonly changed?: readonly Intended[];
}

@Injectable()
export class StoreDocuments {
  constructor(
    private readonly keys: IssuerKeys,
    private readonly binding: RegisterBinding,
  ) {}

  /** The signer of the log. Get it before the transaction that stores documents. */
  async signer(): Promise<NoteSigner> {
    return (await this.keys.ready()).log;
  }

  /**
   * Stores documents, bindings and log entries, as a last step of a transaction. `issued`: the act and certificates
   * stored in this transaction; `null`: they were stored before, and `RegisterBinding.inOrder` returned them.
   * `changed`: certificates whose standing this transaction changed, and which were in order before it.
   */
  async execute(tx: Transaction, signer: NoteSigner, { signed, issued, changed = [] }: Storing): Promise<void> {
    await storeSignedCertificates(
      tx,
      signed.map(({ id, subjectUrn, statusList, statusIndex, documents }) => ({
        certificateId: id,
        subjectUrn,
        statusList,
        statusIndex,
        ...documents,
      })),
    );
    const made = signed.map(({ id, documents }): Intended => ({ id, credential: documents.credentialHash }));
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
      { signer, register: this.binding.writer },
      signed.map(({ id }) => id),
    );
  }
}
