import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/index.js';
import { type Intended, logStanding, RegisterBinding } from '../../binding/index.js';
import { storeSignedCertificates } from '../../documents/index.js';
import { IssuerKeys } from '../../issuer/index.js';
import type { BindingAct, NoteSigner } from '../../log/index.js';
import type { SignedDocuments } from './make-documents.js';

interface Storing {
  readonly sealed: readonly SignedDocuments[];
  readonly issued: { readonly act: BindingAct; readonly stored: readonly Intended[] } | null;
  readonly changed?: readonly Intended[];
}

@Injectable()
export class StoreDocuments {
  constructor(
    private readonly keys: IssuerKeys,
    private readonly binding: RegisterBinding,
  ) {}

  /** Who signs the log. Asked before the transaction in which documents are stored. */
  async signer(): Promise<NoteSigner> {
    return (await this.keys.ready()).log;
  }

  /**
   * As a last step of the transaction in which the certificates are stored, or were before: documents, what binds
   * them, and what is due in the log.
   * `issued`: by which act, and how, they are stored in this transaction; `null`: they were before, and
   * `RegisterBinding.inOrder` has named them.
   * `changed`: certificates in order before this transaction whose standing it has changed.
   */
  async execute(tx: Transaction, signer: NoteSigner, { sealed, issued, changed = [] }: Storing): Promise<void> {
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
      { signer, register: this.binding.writer },
      sealed.map(({ id }) => id),
    );
  }
}
