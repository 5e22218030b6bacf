import { fromBER, OctetString } from 'asn1js';
import { createHash, verify, X509Certificate } from 'node:crypto';
import { Certificate, ContentInfo, SignedData, type SignerInfo } from 'pkijs';
import { Unreadable } from './check-limits.js';
import { cmsWithinLimits } from './cms-limits.js';

export interface CheckedMessage {
  readonly fits: boolean;
  /** Not a kind of message or of signature that can be judged here. */
  readonly unreadable: boolean;
  readonly signer: X509Certificate | null;
}

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const PLAIN_DATA = '1.2.840.113549.1.7.1';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const HASHES: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
/** By signature algorithm, the hash that it signs; `null`: that of the digest. */
const SIGNED_HASHES: Readonly<Record<string, string | null>> = {
  '1.2.840.113549.1.1.1': null,
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.2.1': null,
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};
const MOST_CERTIFICATES = 10;
const UNREADABLE: CheckedMessage = { fits: false, unreadable: true, signer: null };
const BROKEN: CheckedMessage = { fits: false, unreadable: false, signer: null };

/**
 * Whether a CMS message signs these bytes, and with whose certificate. What cannot be read does not fit.
 * @throws Unreadable where it is larger or deeper than any signature.
 */
export function checkMessage(message: Buffer, signed: readonly [Buffer, Buffer]): CheckedMessage {
  if (!cmsWithinLimits(message)) throw new Unreadable('fileTooDeep');
  try {
    const data = signedDataIn(message);
    const [info, ...others] = data.signerInfos;
    const hash = HASHES[info?.digestAlgorithm.algorithmId ?? ''];
    const signedHash = SIGNED_HASHES[info?.signatureAlgorithm.algorithmId ?? ''];
    const digest = info && digestOf(info);
    if (!info || !digest || others.length > 0 || hash === undefined || signedHash === undefined || isAboutElse(data))
      return UNREADABLE;
    if (!digest.equals(hashOf(hash, signed))) return BROKEN;
    const certificates = (data.certificates ?? []).flatMap((one) =>
      one instanceof Certificate ? [new X509Certificate(Buffer.from(one.toSchema(false).toBER(false)))] : [],
    );
    // A message may leave it to its readers to know the signer.
    if (certificates.length === 0) return UNREADABLE;
    const signer = certificates.slice(0, MOST_CERTIFICATES).find((one) => fits(info, signedHash ?? hash, one)) ?? null;
    return signer === null ? BROKEN : { fits: true, unreadable: false, signer };
  } catch {
    return UNREADABLE;
  }
}

/**
 * It signs a content of its own, not the file around it: a time stamp, or the old form (`adbe.pkcs7.sha1`), whose
 * content is the file's SHA-1. What that says of the file is not read here.
 */
function isAboutElse({ encapContentInfo: { eContent, eContentType } }: SignedData): boolean {
  return eContent !== undefined || eContentType !== PLAIN_DATA;
}

/** The signer's certificate is one of these, or was issued by one of them. */
export function isTrusted(signer: X509Certificate, own: readonly string[]): boolean {
  return own
    .map((pem) => new X509Certificate(pem))
    .some(
      (one) =>
        one.fingerprint256 === signer.fingerprint256 || (signer.checkIssued(one) && signer.verify(one.publicKey)),
    );
}

function signedDataIn(message: Buffer): SignedData {
  const { offset, result } = fromBER(new Uint8Array(message));
  if (offset === -1) throw new Error('Not DER');
  const content = new ContentInfo({ schema: result });
  if (content.contentType !== SIGNED_DATA) throw new Error('Not signed data');
  return new SignedData({ schema: content.content });
}

/** The digest that the signer vouches for. */
function digestOf(info: SignerInfo): Buffer | null {
  const values: unknown[] = info.signedAttrs?.attributes.find(({ type }) => type === MESSAGE_DIGEST)?.values ?? [];
  const [value] = values;
  return value instanceof OctetString ? Buffer.from(value.valueBlock.valueHexView) : null;
}

function hashOf(name: string, [before, behind]: readonly [Buffer, Buffer]): Buffer {
  return createHash(name).update(before).update(behind).digest();
}

function fits(info: SignerInfo, hash: string, certificate: X509Certificate): boolean {
  const vouched = Buffer.from(info.signedAttrs?.encodedValue ?? new ArrayBuffer(0));
  return (
    vouched.length > 0 &&
    verify(hash, vouched, certificate.publicKey, Buffer.from(info.signature.valueBlock.valueHexView))
  );
}
