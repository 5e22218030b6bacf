import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
  AuthorityKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { createHash, randomBytes, webcrypto } from 'node:crypto';
import type { MadeKey } from './make-keys.js';
import { EMAIL_PROTECTION } from './reader-purposes.js';
import { A_DAY } from '../../../../platform/durations.js';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { ...CURVE, hash: 'SHA-256' } as const;
const DOCUMENT_SIGNING = '1.3.6.1.5.5.7.3.36';
/** Without time stamps a PDF’s signature is valid only as long as its signer, so both certificates last long. */
const YEARS = 30;

export interface PaperNames {
  /** The academy, as the signature panel of a PDF reader shows it. */
  readonly academy: string;
  readonly host: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The academy's own root: it signs signers and nothing else. */
export async function makePaperRoot({ academy, host, at }: PaperNames): Promise<MadeKey> {
  cryptoProvider.set(webcrypto as Crypto);
  const keys = await pair();
  const name = nameOf(academy, `${academy} Root ${new Date(at).getUTCFullYear()} (${host})`);
  const root = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name,
    keys,
    signingAlgorithm: SIGNING,
    ...validity(at),
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return made('paperRoot', { certificate: root, chainPem: [], keyPem: await pemOfKey(keys.privateKey) });
}

export interface RootPems {
  readonly certificatePem: string;
  readonly keyPem: string;
}

/** A signer of papers under the academy's own root, in the root's name. */
export async function makePaperSigner(root: RootPems, { host, at }: Omit<PaperNames, 'academy'>): Promise<MadeKey> {
  cryptoProvider.set(webcrypto as Crypto);
  const issuer = new X509Certificate(root.certificatePem);
  const academy = organizationOf(root.certificatePem) ?? host;
  const keys = await pair();
  const signer = await X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: nameOf(academy, `${academy} Certificates (${host})`),
    issuer: issuer.subject,
    publicKey: keys.publicKey,
    signingKey: await webcrypto.subtle.importKey('pkcs8', derOf(root.keyPem), CURVE, false, ['sign']),
    signingAlgorithm: SIGNING,
    notBefore: validity(at).notBefore,
    notAfter: new Date(Math.min(validity(at).notAfter.getTime(), issuer.notAfter.getTime())),
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
      new ExtendedKeyUsageExtension([DOCUMENT_SIGNING, EMAIL_PROTECTION]),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  return made('paperSigner', {
    certificate: signer,
    chainPem: [root.certificatePem],
    keyPem: await pemOfKey(keys.privateKey),
  });
}

/** In whose name a certificate is; `null` if it names no organization. */
export function organizationOf(pem: string): string | null {
  return new X509Certificate(pem).subjectName.getField('O')[0] ?? null;
}

/** SHA-256 of the DER form, in hex: what a fingerprint page prints and `openssl x509 -fingerprint -sha256` answers. */
export function certificateFingerprint(pem: string): string {
  return createHash('sha256').update(derOf(pem)).digest('hex');
}

export function derOf(pem: string): Buffer {
  return Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
}

interface Paper {
  readonly certificate: X509Certificate;
  readonly chainPem: readonly string[];
  readonly keyPem: string;
}

function made(kind: 'paperRoot' | 'paperSigner', { certificate, chainPem, keyPem }: Paper): MadeKey {
  const certificatePem = certificate.toString('pem');
  return {
    kind,
    keyId: `x509-${certificateFingerprint(certificatePem).slice(0, 32)}`,
    material: { certificatePem, chainPem },
    secret: { keyPem },
  };
}

function pair(): Promise<CryptoKeyPair> {
  return webcrypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);
}

/** PKCS#8. */
export async function pemOfKey(key: CryptoKey): Promise<string> {
  const lines =
    Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key))
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n');
}

function serial(): string {
  const bytes = randomBytes(16);
  bytes[0]! &= 0x7f;
  return bytes.toString('hex');
}

function validity(at: number): { notBefore: Date; notAfter: Date } {
  const begins = new Date(at - A_DAY);
  const ends = new Date(begins);
  ends.setUTCFullYear(begins.getUTCFullYear() + YEARS);
  return { notBefore: begins, notAfter: ends };
}

function nameOf(academy: string, common: string): Record<string, string[]>[] {
  return [{ C: ['CN'] }, { O: [academy.slice(0, 64)] }, { CN: [common.slice(0, 64)] }];
}
