import { isRecord, type JsonRecord } from './checks/check-limits.js';
import { listed } from './checks/reading.js';

/** Names (`did#key`) of the keys that a stored credential and its token say that they are signed with. */
export function signersIn({ json, jwt }: { readonly json: string | null; readonly jwt: string | null }): string[] {
  return [...proofKeys(parsed(json)), ...keyIdOf(parsed(headerOf(jwt)))];
}

function proofKeys({ proof }: JsonRecord): string[] {
  return listed(proof).flatMap((one) =>
    isRecord(one) && typeof one.verificationMethod === 'string' ? [one.verificationMethod] : [],
  );
}

const keyIdOf = ({ kid }: JsonRecord): string[] => (typeof kid === 'string' ? [kid] : []);

const headerOf = (jwt: string | null): string | null =>
  jwt === null ? null : Buffer.from(jwt.split('.')[0] ?? '', 'base64url').toString();

/** Empty if it is no object: that the bytes were altered has a finding of its own. */
function parsed(text: string | null): JsonRecord {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
