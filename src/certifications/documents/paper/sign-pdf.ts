import { PDF, type Signer } from '@libpdf/core';
import { createPublicKey, createSign, createPrivateKey, X509Certificate } from 'node:crypto';
import { withoutSigningTime } from './without-signing-time.js';

/** Who signs papers: PEM all through, so that it can be handed to a worker thread. */
export interface PaperSigner {
  readonly signerPem: string;
  /** From the signer's issuer to the root. */
  readonly chainPem: readonly string[];
  /** PKCS#8. */
  readonly signerKeyPem: string;
}

export interface PdfSigning {
  readonly signer: PaperSigner;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly reason: string;
}

const LEAST_ROOM = 8192;

/** The PDF with a signature over the whole of it: PAdES B-B (ETSI.CAdES.detached). Some 25 ms. */
export async function signPdf(bytes: Uint8Array, { signer, at, reason }: PdfSigning): Promise<Buffer> {
  const document = await PDF.load(bytes);
  const hand = handOf(signer);
  const signed = await document.sign({
    signer: hand,
    level: 'B-B',
    signingTime: new Date(at),
    reason,
    fieldName: 'Issuer',
    estimatedSize: roomFor(hand),
  });
  return withoutSigningTime(signed.bytes, (data) => hand.sign(data, 'SHA-256'));
}

/**
 * Bytes that the signature needs at most:
 * it carries the signer's certificate and its whole chain, which an authority may make long.
 */
function roomFor({ certificate, certificateChain = [] }: Signer): number {
  return Math.max(
    LEAST_ROOM,
    LEAST_ROOM / 2 + [certificate, ...certificateChain].reduce((sum, { length }) => sum + length, 0),
  );
}

/** The signature itself, by Node: the library asks for bytes in DER and hashes nothing beforehand. */
function handOf({ signerPem, chainPem, signerKeyPem }: PaperSigner): Signer {
  const certificate = new X509Certificate(signerPem);
  const keyType = createPublicKey(signerPem).asymmetricKeyType === 'ec' ? 'EC' : 'RSA';
  const key = createPrivateKey(signerKeyPem);
  return {
    certificate: certificate.raw,
    certificateChain: chainPem.map((pem) => new X509Certificate(pem).raw),
    keyType,
    signatureAlgorithm: keyType === 'EC' ? 'ECDSA' : 'RSASSA-PKCS1-v1_5',
    sign: (data, algorithm) => Promise.resolve(createSign(algorithm.replace('-', '')).update(data).sign(key)),
  };
}
