import { Injectable } from '@nestjs/common';
import { signStatement } from '../credential/signing.js';
import { IssuerKeys } from './issuer-keys.js';

/** Signs an answer that an employer keeps, as a JWS that anybody verifies with the academy's DID document. */
@Injectable()
export class AnswerSigner {
  constructor(private readonly keys: IssuerKeys) {}

  /** The compact JWS over the claims and their issuer. Never call it inside a unit of work. */
  async sign(claims: Readonly<Record<string, unknown>>): Promise<string> {
    const { did, jwt } = await this.keys.ready();
    return signStatement({ iss: did, ...claims }, jwt);
  }
}
