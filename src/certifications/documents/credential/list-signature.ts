import type { PublicKey } from './keys/key-ring.js';
import { knownDocuments } from './signing.js';

/**
 * Whether a status list's text carries a signature of one of these keys that held at that time (epoch milliseconds).
 */
export async function isListSigned(text: string, keys: readonly PublicKey[], at: number): Promise<boolean> {
  try {
    const { proofHolds } = await import('./data-integrity.js');
    const list = JSON.parse(text) as Parameters<typeof proofHolds>[0];
    // Of a name that stands twice, programs read one or the other.
    if (JSON.stringify(list) !== text) return false;
    return (await proofHolds(list, knownDocuments(keys), { at })).verified;
  } catch {
    return false;
  }
}
