import 'reflect-metadata';
import { CryptoKeySigner, PDF } from '@libpdf/core';
import * as x509 from '@peculiar/x509';
import { CompactSign } from 'jose';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { createHash, createPrivateKey, sign, webcrypto } from 'node:crypto';
import PDFDocument from 'pdfkit';
import type { OwnKeys } from '../../src/certifications/documents/credential/checks/check-keys.js';
import type { Credential } from '../../src/certifications/documents/credential/credential.js';
import { pinnedLoader } from '../../src/certifications/documents/credential/contexts.js';
import { withProof } from '../../src/certifications/documents/credential/data-integrity.js';
import { anEcKey, anEdKey } from './keys.js';

export const OB3 = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
];

export interface Issuer {
  readonly did: string;
  readonly keyId: string;
  readonly keys: OwnKeys;
  sign(credential: object): Promise<Credential>;
  jwt(credential: object, header?: Record<string, unknown>): Promise<string>;
  /** A signed PDF with the text attached. */
  pdf(attached: string | null): Promise<Buffer>;
}

/** An issuer with new keys; uses `did:key` if no host is given. */
export async function anIssuer(host: string | null): Promise<Issuer> {
  const pair = anEdKey();
  const did = host === null ? `did:key:${pair.publicKeyMultibase}` : `did:web:${host}`;
  const keyId = host === null ? `${did}#${pair.publicKeyMultibase}` : `${did}#key-1`;
  const token = anEcKey();
  const paper = await aPaperSigner();
  return {
    did,
    keyId,
    sign: (credential) =>
      withProof(structuredClone(credential) as Credential, { ...pair, id: keyId }, Date.UTC(2026, 10, 1)),
    keys: {
      assertion: [{ id: keyId, publicKeyMultibase: pair.publicKeyMultibase }],
      jwt: [{ id: `${did}#key-2`, jwk: token.publicJwk }],
      paper: [paper.rootPem],
      compromised: [],
    },
    jwt: (credential, header = {}) =>
      new CompactSign(Buffer.from(JSON.stringify(credential)))
        .setProtectedHeader({ alg: 'ES256', typ: 'vc+jwt', kid: `${did}#key-2`, ...header })
        .sign(token.privateKey),
    pdf: async (attached) => signed(await aDocument(attached), paper),
  };
}

export interface LaxIssuer {
  readonly did: string;
  /** @param proof changes of the proof, which is signed too; `undefined` leaves a member out */
  sign(credential: object, proof?: object): Promise<Record<string, unknown>>;
}

/** A `did:key` whose program signs everything: terms without a definition, ids that are no URL, days as instants. */
export function aLaxIssuer(): LaxIssuer {
  const pair = anEdKey();
  const did = `did:key:${pair.publicKeyMultibase}`;
  const key = createPrivateKey({ key: { ...pair.privateJwk }, format: 'jwk' });
  const hashOf = async (document: object): Promise<Buffer> => {
    const options = { documentLoader: pinnedLoader(), safe: false, base: null };
    return createHash('sha256')
      .update(await cryptosuite.canonize(document, options))
      .digest();
  };
  return {
    did,
    sign: async (credential, changes = {}) => {
      const document = JSON.parse(JSON.stringify(credential)) as Record<string, unknown>;
      const proof = JSON.parse(
        JSON.stringify({
          type: 'DataIntegrityProof',
          created: '2026-01-02T00:00:00Z',
          verificationMethod: `${did}#${pair.publicKeyMultibase}`,
          cryptosuite: 'eddsa-rdfc-2022',
          proofPurpose: 'assertionMethod',
          ...changes,
        }),
      ) as object;
      const hashes = [await hashOf({ '@context': document['@context'], ...proof }), await hashOf(document)];
      return {
        ...document,
        proof: { ...proof, proofValue: `u${sign(null, Buffer.concat(hashes), key).toString('base64url')}` },
      };
    },
  };
}

/** A credential before the issuer signs it. */
export function aCredential(issuer: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    '@context': OB3,
    id: 'urn:uuid:6b1a3a52-1111-4e5b-8f43-0d8f4f9d0001',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer, type: ['Profile'], name: '泉城学院' },
    validFrom: '2026-01-01T00:00:00Z',
    name: '云计算管理员',
    credentialSubject: {
      id: 'urn:uuid:6b1a3a52-2222-4e5b-8f43-0d8f4f9d0002',
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: '王芳', identityType: 'name' }],
      achievement: {
        id: 'urn:uuid:6b1a3a52-3333-4e5b-8f43-0d8f4f9d0003',
        type: ['Achievement'],
        name: '云计算管理员',
        description: '云',
        criteria: { narrative: '出勤八成以上' },
        achievementType: 'Certificate',
      },
    },
    ...changes,
  };
}

interface PaperSigner {
  readonly rootPem: string;
  readonly certificate: Uint8Array;
  readonly key: webcrypto.CryptoKey;
}

const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

async function aPaperSigner(): Promise<PaperSigner> {
  const [root, leaf] = [
    await webcrypto.subtle.generateKey(EC, true, ['sign', 'verify']),
    await webcrypto.subtle.generateKey(EC, true, ['sign', 'verify']),
  ];
  const times = { notBefore: new Date('2026-01-01'), notAfter: new Date('2046-01-01'), signingAlgorithm: EC };
  const rootCert = await x509.X509CertificateGenerator.createSelfSigned({
    ...times,
    serialNumber: '01',
    name: 'CN=Root of a test',
    keys: root,
    extensions: [new x509.BasicConstraintsExtension(true, 1, true)],
  });
  const leafCert = await x509.X509CertificateGenerator.create({
    ...times,
    serialNumber: '02',
    subject: 'CN=Signer of a test',
    issuer: rootCert.subject,
    publicKey: leaf.publicKey,
    signingKey: root.privateKey,
  });
  return { rootPem: rootCert.toString('pem'), certificate: new Uint8Array(leafCert.rawData), key: leaf.privateKey };
}

/** An unsigned PDF. */
export async function aDocument(attached: string | null): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4' });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve) => {
    document.on('end', () => resolve());
  });
  document.text('A certificate of a test');
  if (attached !== null) document.file(Buffer.from(attached), { name: 'credential.json', type: 'application/json' });
  document.end();
  await ended;
  return Buffer.concat(parts);
}

async function signed(plain: Buffer, { certificate, key }: PaperSigner): Promise<Buffer> {
  const document = await PDF.load(new Uint8Array(plain));
  const { bytes } = await document.sign({ signer: new CryptoKeySigner(key, certificate, 'EC', 'ECDSA'), level: 'B-B' });
  return Buffer.from(bytes);
}
