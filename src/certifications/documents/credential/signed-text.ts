import { verify } from 'node:crypto';
import { promisify } from 'node:util';
import { jwtKey, type OwnKeys } from './checks/check-keys.js';
import { isRecord } from './checks/check-limits.js';

const verifying = promisify(verify);

/** The text of a compact JWS that one of the academy's keys signed (`signText`); `null`: none did. */
export async function signedText(jws: string, keys: OwnKeys): Promise<string | null> {
  const [head = '', body = '', signature = '', ...more] = jws.split('.');
  const kid = kidIn(head);
  if (kid === null || more.length > 0) return null;
  const found = jwtKey(kid.split('#')[0] ?? '', kid, keys);
  if (found.kind !== 'found' || found.standing === 'selfNamed') return null;
  const key = { key: found.key, dsaEncoding: 'ieee-p1363' as const };
  const holds = await verifying('sha256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'));
  return holds ? Buffer.from(body, 'base64url').toString('utf8') : null;
}

function kidIn(head: string): string | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(head, 'base64url').toString('utf8'));
    return isRecord(value) && value['alg'] === 'ES256' && typeof value['kid'] === 'string' ? value['kid'] : null;
  } catch {
    return null;
  }
}
