import { Injectable } from '@nestjs/common';
import { isoOf } from '../../../../platform/index.js';
import { type OwnKeys, ownKeysFrom, signedText, signText } from '../../../documents/index.js';
import { GenuineKeys, IssuerKeys } from '../../../issuer/index.js';

const BEFORE_ROWS = ',"rows":[';

export interface AnsweredList {
  readonly id: string;
  readonly answeredAt: number;
}

/** Signs answers to lists as a JWS that anybody can verify with the academy's DID document. */
@Injectable()
export class AnswerSigner {
  constructor(
    private readonly keys: IssuerKeys,
    private readonly genuine: GenuineKeys,
  ) {}

  /**
   * The compact JWS over claims, issuer and rows. Never call it inside a unit of work.
   * @param rows parts of the rows as JSON without brackets: serializing ten thousand at once would block every request
   */
  async sign(claims: Readonly<Record<string, unknown>>, rows: readonly string[]): Promise<string> {
    const { did, jwt } = await this.keys.ready();
    const start = JSON.stringify({ iss: did, ...claims }).slice(0, -1);
    return signText(`${start}${BEFORE_ROWS}${rows.join(',')}]}`, jwt);
  }

  /** As `rowsSignedFor`, with the keys of the academy. */
  async rowsSignedFor(list: AnsweredList, jws: string): Promise<string | null> {
    return rowsSignedFor(list, jws, ownKeysFrom(await this.genuine.publicKeys()));
  }
}

/**
 * The rows in a stored answer, as JSON without brackets; `null` if none of these keys signed it for this list at this
 * time.
 */
export async function rowsSignedFor(
  { id, answeredAt }: AnsweredList,
  jws: string,
  keys: OwnKeys,
): Promise<string | null> {
  const text = await signedText(jws, keys);
  // Quotes inside strings are escaped, so the first match is where the rows begin.
  const end = text?.indexOf(BEFORE_ROWS) ?? -1;
  if (text === null || end < 0) return null;
  const claims = JSON.parse(`${text.slice(0, end)}}`) as { readonly jti?: unknown; readonly answeredAt?: unknown };
  const isForList = claims.jti === `urn:uuid:${id}` && claims.answeredAt === isoOf(answeredAt);
  return isForList ? text.slice(end + BEFORE_ROWS.length, -']}'.length) : null;
}
