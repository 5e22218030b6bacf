import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { FileForm } from '../domain/verification.js';
import type { JsonRecord } from './check-limits.js';

/** The package is a function, which its types do not say for ES modules. */
const jcs = canonicalize as unknown as (value: unknown) => string | undefined;

/** SHA-256 in hex. White space around a token or a JSON text is nobody's content. */
export function fileHash(bytes: Buffer, form: FileForm | null): string {
  const plain = form === 'jwt' ? Buffer.from(bytes.toString('latin1').trim(), 'latin1') : bytes;
  return createHash('sha256').update(plain).digest('hex');
}

/** SHA-256, in hex, of a credential's canonical form (JCS): the same however it is written. */
export function contentHash(credential: JsonRecord): string {
  return createHash('sha256').update(jcs(credential) ?? '').digest('hex');
}
