import { NEEDS_CERTIFICATE } from '../../core/index.js';

/**
 * The condition that a verdict about a certificate names one. `revoked` is not among them: whoever opens the address of
 * a revoked certificate that its holder hides is told that it was revoked, and is recorded without the certificate.
 */
export function needsCertificate(): string {
  return `"verdict" NOT IN (${NEEDS_CERTIFICATE.map((one) => `'${one}'`).join(', ')}) OR "certificate_id" IS NOT NULL`;
}
