import { fromBER } from 'asn1js';
import { X509Certificate } from 'node:crypto';
import { type Certificate, ContentInfo, SignedData } from 'pkijs';

export interface CheckedMessage {
  readonly fits: boolean;
  readonly signer: X509Certificate | null;
}

const DETACHED_SIGNATURE = '1.2.840.113549.1.7.2';
const NOTHING: CheckedMessage = { fits: false, signer: null };

/** Whether a CMS message signs these bytes, and with whose certificate. Never throws: what cannot be read does not fit. */
export async function checkMessage(message: Buffer, signed: readonly [Buffer, Buffer]): Promise<CheckedMessage> {
  try {
    const read = fromBER(new Uint8Array(message));
    if (read.offset === -1) return NOTHING;
    const content = new ContentInfo({ schema: read.result });
    if (content.contentType !== DETACHED_SIGNATURE) return NOTHING;
    const data = new SignedData({ schema: content.content });
    if (data.signerInfos.length !== 1 || !data.signerInfos[0]?.signedAttrs) return NOTHING;
    const answer = await data.verify({ signer: 0, data: exactly(Buffer.concat([...signed])), checkChain: false, extendedMode: true });
    return { fits: answer.signatureVerified === true, signer: signerOf(answer.signerCertificate ?? null) };
  } catch {
    return NOTHING;
  }
}

/** The signer's certificate is one of these, or was issued by one of them. */
export function isTrusted(signer: X509Certificate, roots: readonly string[]): boolean {
  return roots.map((pem) => new X509Certificate(pem)).some((root) => root.fingerprint256 === signer.fingerprint256 || (signer.checkIssued(root) && signer.verify(root.publicKey)));
}

function signerOf(certificate: Certificate | null): X509Certificate | null {
  return certificate ? new X509Certificate(Buffer.from(certificate.toSchema(true).toBER(false))) : null;
}

function exactly(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
