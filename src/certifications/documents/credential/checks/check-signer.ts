import { X509Certificate } from 'node:crypto';
import { isTrusted } from './check-cms.js';
import type { OwnKeys } from './check-keys.js';

/** Whose certificate signed a PDF: the academy's, one that it has declared compromised, or somebody else's. */
export function signerStanding(
  signer: X509Certificate | null,
  { paper, compromised }: OwnKeys,
): 'own' | 'compromised' | 'others' {
  if (signer === null) return 'others';
  const fallen = paper.filter((pem) => compromised.includes(pem));
  // The same key in another certificate has fallen as well.
  if (isTrusted(signer, fallen) || fallen.some((pem) => new X509Certificate(pem).publicKey.equals(signer.publicKey)))
    return 'compromised';
  return isTrusted(signer, paper) ? 'own' : 'others';
}
