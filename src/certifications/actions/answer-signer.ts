import { Inject, Injectable, Optional } from '@nestjs/common';
import { CompactSign, importJWK } from 'jose';

/** The key that signs answer files: the academy's own, named in its DID document. */
export interface AnswerKey {
  readonly did: string;
  readonly jwt: { readonly id: string; readonly privateJwk: { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string; readonly d: string } };
}
export interface AnswerKeys {
  ready(): Promise<AnswerKey>;
}
export const ANSWER_KEYS = Symbol('AnswerKeys');

/** Signs an answer that an employer keeps, as a JWS that anybody verifies with the DID document. */
@Injectable()
export class AnswerSigner {
  constructor(@Optional() @Inject(ANSWER_KEYS) private readonly keys: AnswerKeys | null) {}

  /** The compact JWS over the claims and their issuer; `null` where the academy has no keys. */
  async sign(claims: object): Promise<string | null> {
    if (!this.keys) return null;
    const { did, jwt } = await this.keys.ready();
    const payload = new TextEncoder().encode(JSON.stringify({ iss: did, ...claims }));
    return new CompactSign(payload).setProtectedHeader({ alg: 'ES256', kid: jwt.id, typ: 'verification-answer+jwt' }).sign(await importJWK(jwt.privateJwk, 'ES256'));
  }
}
