import { Injectable } from '@nestjs/common';
import { signText } from '../../documents/index.js';
import { IssuerKeys } from '../../issuer/index.js';

/** Signs an answer that an employer keeps, as a JWS that anybody verifies with the academy's DID document. */
@Injectable()
export class AnswerSigner {
  constructor(private readonly keys: IssuerKeys) {}

  /**
   * The compact JWS over the claims, their issuer, and the rows. Never call it inside a unit of work.
   * @param rows JSON of some rows each, without brackets: ten thousand at once would hold up every request
   */
  async sign(claims: Readonly<Record<string, unknown>>, rows: readonly string[]): Promise<string> {
    const { did, jwt } = await this.keys.ready();
    const head = JSON.stringify({ iss: did, ...claims }).slice(0, -1);
    return signText(`${head},"rows":[${rows.join(',')}]}`, jwt);
  }
}
