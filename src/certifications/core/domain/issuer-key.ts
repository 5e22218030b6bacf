/** What a key of the issuer signs: open credentials, VC-JWTs, the log's checkpoints, the paper's signer, the paper. */
export const KEY_KINDS = ['assertion', 'jwt', 'log', 'paperRoot', 'paperSigner'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/** Active: signs. Retired: its signatures stay valid. Compromised: others may have signed with it. */
export const KEY_STATES = ['active', 'retired', 'compromised'] as const;
export type KeyState = (typeof KEY_STATES)[number];

/** Legal moves. Nothing leads back to signing. */
export const KEY_MOVES: Readonly<Record<KeyState, readonly KeyState[]>> = {
  active: ['retired', 'compromised'],
  retired: ['compromised'],
  compromised: [],
};

/** The public part of an Ed25519 key as a JWK. */
export interface Ed25519Jwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
}

export interface P256Jwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/** Public data of a key. */
export type PublicMaterial =
  | { readonly jwk: Ed25519Jwk | P256Jwk; readonly name?: string }
  | { readonly certificatePem: string; readonly chainPem: readonly string[]; readonly keyType?: 'EC' | 'RSA' };
