import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { NoteSigner } from '../../src/certifications/log/log/note.js';

/** A new key for a log, which nobody knows yet. */
export function aLogSigner(name = 'academy.example/log'): NoteSigner {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { name, publicKey: rawOf(publicKey), sign: (text) => sign(null, text, privateKey) };
}

function rawOf(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
}
