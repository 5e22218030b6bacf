import {
  countWithDocuments,
  type DocumentsOfCertificate,
  storedDocuments,
  type Verification,
} from '../../certifications/index.js';
import type { QueryFunction } from '../../platform/index.js';

/** The product's public verification of a file. */
export type CertificateJudge = (bytes: Buffer) => Promise<Verification>;

export interface DrillReport {
  readonly certificates: number;
  readonly documents: number;
  /** One sentence for each document whose verdict contradicts the register. */
  readonly faults: readonly string[];
}

/** The verdicts that agree with a certificate's state in the register. */
const FITTING: Readonly<Record<string, readonly string[]>> = {
  valid: ['valid', 'expired'],
  revoked: ['revoked'],
  superseded: ['superseded'],
};
/** Steps that fail if a certificate is no longer valid, even if the file is intact. */
const STANDING: ReadonlySet<string> = new Set(['notRevoked', 'notReplaced', 'notExpired']);

/**
 * Runs the product's own verification on every document of every certificate. `progress`: called after each
 * certificate.
 */
export async function verifyEveryCertificate(
  query: QueryFunction,
  judge: CertificateJudge,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<DrillReport> {
  const total = await countWithDocuments(query);
  const faults: string[] = [];
  let [certificates, documents] = [0, 0];
  for await (const one of storedDocuments(query)) {
    faults.push(
      ...(await Promise.all(one.documents.map((document) => faultOf(one, document, judge)))).flatMap(
        (fault) => fault ?? [],
      ),
    );
    certificates += 1;
    documents += one.documents.length;
    progress(certificates, total);
  }
  return { certificates, documents, faults };
}

async function faultOf(
  { number, state }: DocumentsOfCertificate,
  { form, bytes }: DocumentsOfCertificate['documents'][number],
  judge: CertificateJudge,
): Promise<string | null> {
  const { verdict, checks } = await judge(bytes);
  const failed = checks.filter(({ step, outcome }) => outcome === 'failed' && !STANDING.has(step));
  if (FITTING[state]?.includes(verdict) && failed.length === 0) return null;
  const failures = checks
    .filter(({ step, outcome }) => outcome !== 'ok' && !STANDING.has(step))
    .map(({ step, outcome, why }) => `${step} ${outcome}${why ? ` (${why})` : ''}`);
  return `Certificate ${number} is ${state}, and its ${form} is found ${verdict}${failures.length > 0 ? `: ${failures.join(', ')}` : ''}.`;
}
