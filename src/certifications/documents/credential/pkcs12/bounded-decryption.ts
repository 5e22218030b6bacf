import { P12Signer } from '@libpdf/core';
import { getCrypto } from 'pkijs';
import { iterationsIn } from './iterations.js';

/** What is exported today has 2,000 to 600,000. */
export const MOST_ITERATIONS = 1_000_000;

let bounded: Promise<void> | null = null;

/**
 * From the first call on, content that asks for more iterations than it may is refused once it is decrypted, before any
 * is made: a key may be encrypted by itself inside content that is encrypted too.
 */
export function boundDecryption(): Promise<void> {
  return (bounded ??= bind());
}

/** The library hands on nothing of a fault but its words. */
export function iterationsRefused(fault: unknown): number | null {
  const [, found = null] = /Iterations of what was encrypted: (\d+)/.exec(String(fault)) ?? [];
  return found === null ? null : Number(found);
}

/** The library decrypts with an engine of its own, which it sets for pkijs when it opens something. */
async function bind(): Promise<void> {
  await P12Signer.create(new Uint8Array(), '').catch(() => undefined);
  const engine = getCrypto(true);
  const decrypt = engine.decryptEncryptedContentInfo.bind(engine);
  engine.decryptEncryptedContentInfo = async (parameters) => {
    const content = await decrypt(parameters);
    const found = iterationsIn(new Uint8Array(content));
    if (found > MOST_ITERATIONS)
      throw new Error(`Iterations of what was encrypted: ${Math.min(found, Number.MAX_SAFE_INTEGER)}`);
    return content;
  };
}
