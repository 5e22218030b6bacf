import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { FileForm } from '../../core/domain/index.js';
import type { JsonRecord } from './checks/check-limits.js';
import { asUtf8, trimmedText } from './checks/text-of.js';

/** The package is a function, which its types do not say for ES modules. */
const jcs = canonicalize as unknown as (value: unknown) => string | undefined;

/** SHA-256 of bytes, in hex. */
export function fileHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * What a file is known by: its bytes, or its token where it is one. How an editor saved the token is nobody's content.
 */
export function identityOf(bytes: Buffer, form: FileForm | null): string {
  if (form !== 'jwt') return fileHash(bytes);
  return fileHash(Buffer.from(trimmedText(asUtf8(bytes).toString('utf8')), 'utf8'));
}

/** SHA-256, in hex, of a credential's canonical form (JCS): the same however it is written. */
export function contentHash(credential: JsonRecord): string {
  return createHash('sha256')
    .update(jcs(credential) ?? '')
    .digest('hex');
}

/** What a credential says, canonical, without its proof and the contexts that it names. */
export function statementOf(credential: JsonRecord): string {
  return (
    jcs(Object.fromEntries(Object.entries(credential).filter(([key]) => key !== 'proof' && key !== '@context'))) ?? ''
  );
}
