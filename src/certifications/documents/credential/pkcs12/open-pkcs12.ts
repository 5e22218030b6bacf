import { P12Signer } from '@libpdf/core';
import { createPublicKey, X509Certificate } from 'node:crypto';
import { type Refusal, refuse } from '../../../../platform/refusals.js';
import type { DocumentRefusalCode } from '../../domain/refusals.js';
import type { MadeKey } from '../keys/make-keys.js';
import { certificateFingerprint, pemOfKey } from '../keys/paper-keys.js';
import { readersTakeItsPurpose } from '../keys/reader-purposes.js';
import { boundDecryption, iterationsRefused, MOST_ITERATIONS } from './bounded-decryption.js';
import { iterationsIn } from './iterations.js';

export type Pkcs12Refusal = Extract<DocumentRefusalCode, `pkcs12${string}`>;

const LEAST_RSA_BITS = 2048;

/**
 * Derives keys from the password, which takes as long as the file says: call it in a worker. `at`: epoch milliseconds.
 */
export async function openPkcs12(
  file: { readonly bytes: Uint8Array; readonly password: string },
  at: number,
): Promise<MadeKey | Refusal<Pkcs12Refusal>> {
  try {
    const found = iterationsIn(file.bytes);
    if (found > MOST_ITERATIONS) return tooManyIterations(found);
    await boundDecryption();
    return await signerOf(await P12Signer.create(file.bytes, file.password), at);
  } catch (fault) {
    // Each library has faults of its own for bytes that are no certificate or no key.
    const found = iterationsRefused(fault);
    if (found !== null) return tooManyIterations(found);
    return refuse(String(fault).includes('No private key') ? 'pkcs12NoKey' : 'pkcs12Unreadable', {}, 'file');
  }
}

const tooManyIterations = (found: number): Refusal<Pkcs12Refusal> =>
  refuse('pkcs12Iterations', { found, most: MOST_ITERATIONS }, 'file');

/** @throws whatever OpenSSL and the libraries say of certificates and keys that are damaged */
async function signerOf(read: P12Signer, at: number): Promise<MadeKey | Refusal<Pkcs12Refusal>> {
  // The library keeps the key to itself; we keep it too, so that it can sign after a restart.
  const keyPem = await pemOfKey((read as unknown as { privateKey: CryptoKey }).privateKey);
  const certificates = [read.certificate, ...read.certificateChain].map((der) => new X509Certificate(der));
  const spki = createPublicKey(keyPem).export({ type: 'spki', format: 'der' });
  const signer = certificates.find(({ publicKey }) => publicKey.export({ type: 'spki', format: 'der' }).equals(spki));
  if (!signer) return refuse('pkcs12NoMatch', {}, 'file');
  const unfit = whyUnfit(signer, at);
  if (unfit) return unfit;
  // Try what our pages read from a key now: they would fail as long as it is stored.
  readersTakeItsPurpose(String(signer));
  if (typeof signer.subject !== 'string') return refuse('pkcs12Unreadable', {}, 'file');
  const chainPem = chainOf(signer, certificates).map(String);
  const keyType = signer.publicKey.asymmetricKeyType === 'rsa' ? 'RSA' : 'EC';
  return {
    kind: 'paperSigner',
    keyId: `x509-${certificateFingerprint(String(signer)).slice(0, 32)}`,
    material: { certificatePem: String(signer), chainPem, keyType },
    secret: { keyPem },
  };
}

function whyUnfit({ publicKey, ca, validFrom, validTo }: X509Certificate, at: number): Refusal<Pkcs12Refusal> | null {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = publicKey;
  const fits =
    type === 'rsa'
      ? (details?.modulusLength ?? 0) >= LEAST_RSA_BITS
      : type === 'ec' && details?.namedCurve === 'prime256v1';
  if (!fits) return refuse('pkcs12KeyUnfit', {}, 'file');
  if (ca) return refuse('pkcs12ForAuthorities', {}, 'file');
  const [from, until] = [new Date(validFrom).getTime(), new Date(validTo).getTime()];
  if (Number.isNaN(from) || Number.isNaN(until)) return refuse('pkcs12Unreadable', {}, 'file');
  return at < from || at >= until ? refuse('pkcs12Expired', { from, until }, 'file') : null;
}

/** From the signer's issuer to the root, as far as the file goes. */
function chainOf(signer: X509Certificate, certificates: readonly X509Certificate[]): X509Certificate[] {
  const chain: X509Certificate[] = [];
  for (let below = signer; chain.length < certificates.length; below = chain.at(-1)!) {
    const above = certificates.find(
      (one) => one !== below && !chain.includes(one) && below.checkIssued(one) && below.verify(one.publicKey),
    );
    if (!above) break;
    chain.push(above);
  }
  return chain;
}
