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

/** SHA-256 of each document, in hex. */
export type DocumentHashes = Readonly<Record<Form, string>>;

/** Stores certificates' documents, byte for byte, for good. Returns the hashes of what was stored, by certificate. */
export async function storeSignedCertificates(
  tx: Transaction,
  fresh: readonly NewSeal[],
): Promise<ReadonlyMap<string, DocumentHashes>> {
  const stretch = new TimeBudget(A_STRETCH);
  const stored = new Map<string, DocumentHashes>();
  for (const { forms, ...seal } of fresh) {
    await stretch.yieldIfSpent();
    await tx.of(SignedCertificate).insert({ ...seal, sealedAt: tx.now });
    const { certificateId } = seal;
    const documents = DOCUMENT_KINDS.map((form) => {
      const bytes = Buffer.from(forms[form]);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { certificateId, form, bytes, sha256, length: bytes.length };
    });
    await tx.of(CertificateDocument).insert(documents);
    const hashes = documents.map(({ form, sha256 }) => [form, sha256] as const);
    stored.set(certificateId, Object.fromEntries(hashes) as DocumentHashes);
  }
  return stored;
}
