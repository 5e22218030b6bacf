import { createHash } from 'node:crypto';
import { TimeBudget, type Transaction } from '../../../platform/index.js';
import { DOCUMENT_KINDS, type DocumentKind as Form } from '../../core/index.js';
import { CertificateDocument } from './certificate-document.entity.js';
import { SignedCertificate } from './signed-certificate.entity.js';

export interface NewSeal {
  readonly certificateId: string;
  readonly subjectUrn: string;
  readonly statusList: number;
  readonly statusIndex: number;
  readonly credentialHash: string;
  readonly forms: Readonly<Record<Form, Uint8Array>>;
}

/** Milliseconds after which requests come first; each certificate writes a third of a megabyte. */
const A_STRETCH = 15;

/** Stores certificates' documents, byte for byte, for good. */
export async function storeSignedCertificates(tx: Transaction, fresh: readonly NewSeal[]): Promise<void> {
  const stretch = new TimeBudget(A_STRETCH);
  for (const { forms, ...seal } of fresh) {
    await stretch.yieldIfSpent();
    await tx.of(SignedCertificate).insert({ ...seal, sealedAt: tx.now });
    await tx.of(CertificateDocument).insert(
      DOCUMENT_KINDS.map((kind) => {
        const bytes = Buffer.from(forms[kind]);
        return {
          certificateId: seal.certificateId,
          form: kind,
          bytes,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          length: bytes.length,
        };
      }),
    );
  }
}
