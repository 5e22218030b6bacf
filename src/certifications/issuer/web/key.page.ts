import { createHash, X509Certificate } from 'node:crypto';
import type { Translator } from '../../../platform/index.js';
import type { KeyKind } from '../../core/index.js';
import { logVerifierKey, readersTakeItsPurpose } from '../../documents/index.js';
import type { IssuerKeyRow } from '../data/issuer-keys.js';

/** A key on both key pages. */
export interface KeyView {
  readonly id: string;
  readonly kind: KeyKind;
  readonly kindWord: string;
  /** Its issuer, if different from the current one. */
  readonly formerDid: string | null;
  /** The badge: `valid`, `retired` or `revoked`. */
  readonly state: string;
  readonly stateWord: string;
  readonly isActive: boolean;
  readonly isCompromised: boolean;
  readonly form: string;
  readonly fingerprint: string;
  /** Subject of the certificate; `null` for keys without one. */
  readonly holder: string | null;
  /** File to download, for root certificates. */
  readonly file: string | null;
  readonly from: number;
  readonly until: number | null;
  readonly note: string | null;
  /** An active signer whose key usage PDF readers reject: they call its PDFs untrusted. */
  readonly isUntrusted: boolean;
}

const BADGE = { active: 'valid', retired: 'retired', compromised: 'revoked' } as const;

export function keyView(
  key: IssuerKeyRow,
  { did, translator }: { readonly did: string; readonly translator: Translator },
): KeyView {
  const certificate = 'certificatePem' in key.material ? new X509Certificate(key.material.certificatePem) : null;
  return {
    id: key.id,
    kind: key.kind,
    kindWord: translator.t(`issuer.kind_${key.kind}`),
    formerDid: key.did === did ? null : key.did,
    state: BADGE[key.state],
    stateWord: translator.t(`issuer.state_${key.state}`),
    isActive: key.state === 'active' && key.did === did,
    isCompromised: key.state === 'compromised',
    form: translator.t(`issuer.form_${key.kind}`),
    fingerprint: fingerprintOf(key),
    holder: certificate?.subject.split('\n').reverse().join(', ') ?? null,
    file: key.kind === 'paperRoot' ? `/issuer/roots/${key.keyId}.pem` : null,
    from: key.createdAt,
    until: key.retiredAt,
    note: key.note,
    isUntrusted:
      key.kind === 'paperSigner' &&
      key.state === 'active' &&
      'certificatePem' in key.material &&
      !readersTakeItsPurpose(key.material.certificatePem),
  };
}

/**
 * Fingerprint for comparison: like `openssl x509 -fingerprint -sha256` for certificates, in the format of the standard
 * for other keys.
 */
export function fingerprintOf({ kind, keyId, material }: Pick<IssuerKeyRow, 'kind' | 'keyId' | 'material'>): string {
  if ('certificatePem' in material) return fingerprintOfCertificate(material.certificatePem);
  return kind === 'log' ? logVerifierKey(material.name ?? '', Buffer.from(material.jwk.x, 'base64url')) : keyId;
}

function fingerprintOfCertificate(pem: string): string {
  return createHash('sha256').update(new X509Certificate(pem).raw).digest('hex').toUpperCase().match(/../g)!.join(':');
}
