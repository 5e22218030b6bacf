import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue, verifyCredential } from '@digitalbazaar/vc';
import { createPrivateKey, sign } from 'node:crypto';
import { pinnedLoader } from './contexts.js';
import type { Credential } from './credential.js';
import type { AssertionKey } from './keys/key-ring.js';

/** Adds the proof. `at` (epoch milliseconds) is its time. */
export async function withProof(credential: Credential, key: AssertionKey, at: number): Promise<Credential> {
  const secret = createPrivateKey({ key: { ...key.privateJwk }, format: 'jwk' });
  const signer = {
    id: key.id,
    algorithm: 'Ed25519',
    sign: ({ data }: { data: Uint8Array }) => Promise.resolve(sign(null, data, secret)),
  };
  const suite = new DataIntegrityProof({ signer, date: new Date(at), cryptosuite });
  return issue({ credential: structuredClone(credential), suite, documentLoader: pinnedLoader(), now: new Date(at) });
}

/** Makes canonical forms. */
export type Canonize = typeof cryptosuite.canonize;

/**
 * Makes each canonical form once, which is most of a check's work: all proofs of a credential sign the same one. Use it
 * for one credential, whose contexts are all pinned.
 */
export function canonizingOnce(): Canonize {
  const forms = new Map<string, Promise<string>>();
  return (input, options) => {
    const text = JSON.stringify(input);
    const form = forms.get(text) ?? cryptosuite.canonize(input, options);
    forms.set(text, form);
    return form;
  };
}

export interface ProofAnswer {
  readonly verified: boolean;
  /** Whether a signature was compared with the canonical form and did not fit; no other fault says that. */
  readonly isForged: boolean;
  /** The library's words; for logs, never for a page. */
  readonly fault: string | null;
}

/**
 * Whether the proof holds by what `known` (keys and did documents by their addresses) says;
 * the status is checked elsewhere.
 */
export async function proofHolds(
  credential: Credential,
  documents: ReadonlyMap<string, object>,
  { at, canonize = cryptosuite.canonize }: { readonly at: number; readonly canonize?: Canonize },
): Promise<ProofAnswer> {
  const compared: boolean[] = [];
  const suite = new DataIntegrityProof({ cryptosuite: { ...reporting((fits) => void compared.push(fits)), canonize } });
  const checkStatus = () => Promise.resolve({ verified: true });
  const outcome = await verifyCredential({
    credential: structuredClone(credential),
    suite,
    documentLoader: pinnedLoader(documents),
    now: new Date(at),
    checkStatus,
  });
  if (outcome.verified) return { verified: true, isForged: false, fault: null };
  const faults = [
    outcome.error,
    ...(outcome.error?.errors ?? []),
    ...(outcome.results ?? []).map(({ error }) => error),
  ];
  return {
    verified: false,
    isForged: compared.includes(false),
    fault: faults.flatMap((fault) => fault?.message ?? []).join('; '),
  };
}

/** The same suite, which says of each comparison of a signature whether it fits. */
function reporting(report: (fits: boolean) => void): typeof cryptosuite {
  return {
    ...cryptosuite,
    createVerifier: async (options) => {
      const verifier = await cryptosuite.createVerifier(options);
      return {
        algorithm: verifier.algorithm,
        verify: async (signed) => {
          const fits = await verifier.verify(signed);
          report(fits);
          return fits;
        },
      };
    },
  };
}
