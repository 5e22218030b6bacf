import { NEEDS_CERTIFICATE } from '../../core/index.js';

/**
 * SQL condition: a verdict about a certificate has a certificate id. `revoked` is exempt: opening the address of a
 * hidden, revoked certificate shows only that it was revoked, and is recorded without the certificate.
 */
export function needsCertificate(): string {
  return `"verdict" NOT IN (${NEEDS_CERTIFICATE.map((one) => `'${one}'`).join(', ')}) OR "certificate_id" IS NOT NULL`;
}
