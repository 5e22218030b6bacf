import { Injectable } from '@nestjs/common';
import { Busy, type Transaction } from '../../../platform/index.js';
import {
  type ChangedRecord,
  logStanding,
  type NewRecord,
  RegisterBinding,
  type WrittenRows,
} from '../../binding/index.js';
import { storeSignedCertificates } from '../../documents/index.js';
import { IssuerKeys } from '../../issuer/index.js';
import type { BindingAct, LogSigner } from '../../log/index.js';
import type { SignedDocuments } from './make-documents.js';

/** Seconds. */
const RETRY_AFTER = 1;

interface DocumentsToStore {
  readonly signed: readonly SignedDocuments[];
  readonly issued: { readonly act: BindingAct; readonly stored: readonly NewRecord[] } | null;
  readonly changed: readonly ChangedRecord[];
}

@Injectable()
export class StoreDocuments {
  constructor(
    private readonly keys: IssuerKeys,
    private readonly binding: RegisterBinding,
  ) {}

  /** The signer of the log. Get it before the transaction that stores documents. */
  async signer(): Promise<LogSigner> {
    return (await this.keys.ready()).log;
  }

  /**
   * Stores documents, bindings and log entries, as a last step of a transaction. `issued`: the act and certificates
   * stored in this transaction; `null`: they were stored before. `changed`: certificates, stored before, that were in
   * order in this transaction before it changed them or stored their documents.
   * @throws Busy if keys were changed since the documents were made: an old key may have signed them
   */
  async execute(tx: Transaction, signer: LogSigner, { signed, issued, changed }: DocumentsToStore): Promise<void> {
    if (signed.some(({ boundKeys }) => boundKeys !== signer.boundKeys)) throw new Busy(RETRY_AFTER);
    const forms = await storeSignedCertificates(
      tx,
      signed.map(({ id, subjectUrn, statusList, statusIndex, documents }) => ({
        certificateId: id,
        subjectUrn,
        statusList,
        statusIndex,
        ...documents,
      })),
    );
    const seals = new Map(
      signed.map(({ id, subjectUrn, statusList, statusIndex, documents: { credentialHash } }) => [
        id,
        { subjectUrn, statusList, statusIndex, credentialHash, sealedAt: tx.now },
      ]),
    );
    const withSeal = (id: string, written: WrittenRows): WrittenRows => {
      const seal = seals.get(id);
      return seal ? { ...written, seal } : written;
    };
    if (issued)
      await this.binding.issued(
        tx,
        issued.act,
        issued.stored.map((one) => ({ ...one, written: withSeal(one.id, one.written) })),
      );
    await this.binding.again(
      tx,
      changed.map(({ judged, written }) => ({ judged, written: withSeal(judged.id, written) })),
    );
    const logging = { signer, keys: this.keys, register: this.binding.writer };
    await logStanding(tx, logging, [
      ...changed.map(({ judged: { id } }) => ({ id })),
      ...signed.map(({ id }) => ({ id, forms: forms.get(id) })),
    ]);
  }
}
