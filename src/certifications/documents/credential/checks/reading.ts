import { isPinned } from '../contexts.js';
import { isRecord, type JsonRecord } from './check-limits.js';

/** Every context that the credential names, anywhere inside it, is one of the pinned copies. */
export function contextsArePinned(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(contextsArePinned);
  if (!isRecord(value)) return true;
  return Object.entries(value).every(([key, one]) =>
    key === '@context' ? listed(one).every((url) => typeof url === 'string' && isPinned(url)) : contextsArePinned(one),
  );
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

const WRAPPERS = ['VerifiablePresentation', 'EnvelopedVerifiableCredential', 'EnvelopedVerifiablePresentation'];
const WRAPS = ['verifiableCredential', 'verifiablePresentation', 'vp', 'credential', 'credentials'];

/** No credential, but something that carries one: a presentation, an envelope, a wallet's export. */
export function isWrapping(value: JsonRecord): boolean {
  return (
    listed(value.type).some((type) => WRAPPERS.some((one) => one === type)) ||
    WRAPS.some((key) => value[key] !== undefined && value[key] !== null)
  );
}
