import { Injectable } from '@nestjs/common';
import { type Actor, Clock, Refusal, refuse, refused, type Refused, UnitOfWork } from '../../../platform/index.js';
import { readersTakeItsPurpose, readPkcs12 } from '../../documents/index.js';
import { IssuerKey } from '../data/issuer-key.entity.js';
import type { IssuerRefusalCode } from '../domain/refusals.js';
import { demandMayManageKeys, issuerKeySubject } from './issuer-key-change.js';
import { IssuerKeys } from './issuer-keys.js';
import { ReplaceIssuerKey } from './replace-issuer-key.js';

export interface Pkcs12File {
  readonly bytes: Uint8Array | null;
  readonly password: string;
}

export interface ImportedKey {
  readonly keyId: string;
  /** Whether PDF readers accept its key usage. */
  readonly trusted: boolean;
}

@Injectable()
export class ImportIssuerKey {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: IssuerKeys,
    private readonly replace: ReplaceIssuerKey,
    private readonly clock: Clock,
  ) {}

  /** Imports a PDF signer that a certificate authority issued to the academy. */
  async execute(actor: Actor, { bytes, password }: Pkcs12File): Promise<ImportedKey | Refused<IssuerRefusalCode>> {
    demandMayManageKeys(actor);
    if (!bytes) return refused(refuse('pkcs12Missing', {}, 'file'));
    await this.keys.present();
    const read = await readPkcs12({ bytes, password }, this.clock.now());
    if (read instanceof Refusal) return refused(read);
    return this.unitOfWork.run(actor, async (tx) => {
      if (await tx.of(IssuerKey).existsBy({ did: this.keys.did, keyId: read.keyId }))
        return refused(refuse('pkcs12Known', {}, 'file'));
      if (await this.replace.isCompromised(tx, read)) return refused(refuse('pkcs12Compromised', {}, 'file'));
      await this.replace.execute(tx, [read]);
      await tx.audit('issuerKey.imported', issuerKeySubject(read), { keys: [read.keyId] });
      return {
        keyId: read.keyId,
        trusted: 'certificatePem' in read.material && readersTakeItsPurpose(read.material.certificatePem),
      };
    });
  }
}
