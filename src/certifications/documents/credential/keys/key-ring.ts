import { createHash, createPrivateKey, sign } from 'node:crypto';
import type { Ed25519Jwk, KeyKind, KeyState, P256Jwk, PublicMaterial } from '../../../core/domain/index.js';

/** Signs Open Badges and status lists (eddsa-rdfc-2022). */
export interface AssertionKey {
  /** Absolute: `did:web:…#z6Mk…`. */
  readonly id: string;
  readonly publicKeyMultibase: string;
  readonly privateJwk: Ed25519Jwk & { readonly d: string };
}

/** Signs VC-JWTs and signed answers (ES256). */
export interface JwtKey {
  /** Absolute: `did:web:…#<thumbprint>`, the `kid` of what it signs. */
  readonly id: string;
  readonly publicJwk: P256Jwk;
  readonly privateJwk: P256Jwk & { readonly d: string };
}

/** Signs the checkpoints of the log (C2SP signed note, Ed25519). */
export class LogKey {
  constructor(
    /** The log's origin and the key's name: `academy.example/log`. */
    readonly name: string,
    readonly jwk: Ed25519Jwk & { readonly d: string },
    /** The keys among which the register's state lists it; empty for a key that is not stored. */
    readonly boundKeys = '',
  ) {}

  get publicKey(): Buffer {
    return Buffer.from(this.jwk.x, 'base64url');
  }

  /** Four bytes that stand before each signature. */
  get keyHash(): Buffer {
    return logKeyHash(this.name, this.publicKey);
  }

  /** `<name>+<hash>+<key>`, as witnesses and verifiers take it. */
  get verifierKey(): string {
    return logVerifierKey(this.name, this.publicKey);
  }

  sign(bytes: Uint8Array): Buffer {
    return sign(null, bytes, createPrivateKey({ key: { ...this.jwk }, format: 'jwk' }));
  }
}

/** Signs PDFs (PAdES). PEM all through. */
export interface PaperKey {
  readonly keyType: 'EC' | 'RSA';
  /** Whom a reader has to trust: the academy's own root, or the last certificate that came with an imported signer. */
  readonly rootPem: string;
  readonly signerPem: string;
  /** From the signer's issuer to the root. */
  readonly chainPem: readonly string[];
  /** PKCS#8. */
  readonly signerKeyPem: string;
}

/** All current signing keys. Plain data, so that it can be passed to a worker thread. */
export interface KeyRing {
  readonly did: string;
  readonly assertion: AssertionKey;
  readonly jwt: JwtKey;
  readonly log: LogKey;
  readonly paper: PaperKey;
}

/** A key of any time and any address of the academy, for verifying. */
export interface PublicKey {
  readonly did: string;
  readonly kind: KeyKind;
  /** Absolute, as proofs and `kid`s name it. */
  readonly id: string;
  readonly material: PublicMaterial;
  readonly state: KeyState;
  /** Epoch milliseconds: when it began to sign, and when it stopped. */
  readonly createdAt: number;
  readonly retiredAt: number | null;
  /** From when its signatures must not be trusted. */
  readonly compromisedAt: number | null;
}

const ED25519 = 1;

export function logKeyHash(name: string, publicKey: Uint8Array): Buffer {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.from([ED25519]))
    .update(publicKey)
    .digest()
    .subarray(0, 4);
}

export function logVerifierKey(name: string, publicKey: Uint8Array): string {
  return `${name}+${logKeyHash(name, publicKey).toString('hex')}+${Buffer.concat([Buffer.from([ED25519]), publicKey]).toString('base64')}`;
}
