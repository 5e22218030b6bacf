import { readersTakeItsPurpose } from '../../documents/index.js';
import type { SigningKeyRow } from '../data/issuer-keys.js';

/** Whether the active root issued the active signer of PDFs, or there is none. An imported signer has another root. */
export function signsUnderOwnRoot(standing: readonly SigningKeyRow[]): boolean {
  return standing.every(({ kind }) => kind !== 'paperSigner') || ownSigner(standing) !== null;
}

/**
 * Id of an early signer under the academy's own root whose key usage PDF readers reject (docs/decisions/0039); it gets
 * replaced. Imported signers are left alone.
 */
export function unfitSigner(standing: readonly SigningKeyRow[]): string | null {
  const signer = ownSigner(standing);
  return signer === null || readersTakeItsPurpose(signer.certificatePem) ? null : signer.id;
}

function ownSigner(
  standing: readonly SigningKeyRow[],
): { readonly id: string; readonly certificatePem: string } | null {
  const root = standing.find(({ kind }) => kind === 'paperRoot');
  const signer = standing.find(({ kind }) => kind === 'paperSigner');
  if (!root || !signer || !('certificatePem' in root.material) || !('certificatePem' in signer.material)) return null;
  const [issuer] = signer.material.chainPem;
  if (issuer?.trim() !== root.material.certificatePem.trim()) return null;
  return { id: signer.id, certificatePem: signer.material.certificatePem };
}
