/** Names (`did#key`) of the keys that a stored credential and its token say that they are signed with. */
export function signersIn({ json, jwt }: { readonly json: string | null; readonly jwt: string | null }): string[] {
  return [...proofKeys(parsed(json)), ...keyIdOf(parsed(headerOf(jwt)))];
}

function proofKeys({ proof }: Record<string, unknown>): string[] {
  return (Array.isArray(proof) ? (proof as unknown[]) : [proof]).flatMap((one) =>
    isObject(one) && typeof one.verificationMethod === 'string' ? [one.verificationMethod] : [],
  );
}

const keyIdOf = ({ kid }: Record<string, unknown>): string[] => (typeof kid === 'string' ? [kid] : []);

const headerOf = (jwt: string | null): string | null =>
  jwt === null ? null : Buffer.from(jwt.split('.')[0] ?? '', 'base64url').toString();

/** Empty if it is no object: that the bytes were altered has a finding of its own. */
function parsed(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
