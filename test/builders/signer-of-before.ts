import 'reflect-metadata';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { webcrypto } from 'node:crypto';
import { derOf, makePaperRoot, pemOfKey } from '../../src/certifications/documents/credential/keys/paper-keys.js';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

export type PaperKey = Awaited<ReturnType<typeof makePaperRoot>>;

export const pemIn = ({ material }: PaperKey): string => ('certificatePem' in material ? material.certificatePem : '');

/** A root, and a signer under it whose only purpose is document signing. */
export async function legacySigningKeys(at = Date.now()): Promise<[PaperKey, PaperKey]> {
  cryptoProvider.set(webcrypto as Crypto);
  const root = await makePaperRoot({ academy: 'Academy', host: 'academy.example', at });
  const issuer = new X509Certificate(pemIn(root));
  const keys = await webcrypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.create({
    serialNumber: '01',
    subject: 'CN=Signer of before',
    issuer: issuer.subject,
    publicKey: keys.publicKey,
    notBefore: new Date(at - 86_400_000),
    notAfter: issuer.notAfter,
    signingKey: await webcrypto.subtle.importKey(
      'pkcs8',
      derOf('keyPem' in root.secret ? root.secret.keyPem : ''),
      CURVE,
      false,
      ['sign'],
    ),
    signingAlgorithm: CURVE,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
      new ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.36']),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  const certificatePem = certificate.toString('pem');
  return [
    root,
    {
      kind: 'paperSigner',
      keyId: 'x509-before',
      material: { certificatePem, chainPem: [pemIn(root)] },
      secret: { keyPem: await pemOfKey(keys.privateKey) },
    },
  ];
}
