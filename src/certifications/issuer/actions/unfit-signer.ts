import { readersTakeItsPurpose } from '../../documents/index.js';
import type { SigningKeyRow } from '../data/issuer-keys.js';

/**
 * Id of an early signer under the academy's own root whose key usage PDF readers reject (docs/decisions/0039); it gets
 * replaced. Imported signers are left alone.
 */
export function unfitSigner(standing: readonly SigningKeyRow[]): string | null {
  const root = standing.find(({ kind }) => kind === 'paperRoot');
  const signer = standing.find(({ kind }) => kind === 'paperSigner');
  if (!root || !signer || !('certificatePem' in root.material) || !('certificatePem' in signer.material)) return null;
  const [issuer] = signer.material.chainPem;
  if (issuer?.trim() !== root.material.certificatePem.trim()) return null;
  return readersTakeItsPurpose(signer.material.certificatePem) ? null : signer.id;
}
