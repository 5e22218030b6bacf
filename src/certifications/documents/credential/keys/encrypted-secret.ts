import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { PrivateMaterial } from './make-keys.js';

const IV = 12;
const TAG = 16;

/** The private part does not open: another master key, or changed bytes. */
export class SecretShut extends Error {}

/** AES-256-GCM. `key`: 32 bytes in hex; `name`: whose it is, so that no secret passes for another key's. */
export function encryptSecret(secret: PrivateMaterial, key: string, name: string): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'hex'), iv).setAAD(Buffer.from(name));
  const encrypted = Buffer.concat([cipher.update(JSON.stringify(secret), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), encrypted]);
}

/** @throws SecretShut */
export function decryptSecret(encrypted: Uint8Array, key: string, name: string): PrivateMaterial {
  try {
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), encrypted.subarray(0, IV), {
      authTagLength: TAG,
    })
      .setAAD(Buffer.from(name))
      .setAuthTag(encrypted.subarray(IV, IV + TAG));
    return JSON.parse(
      Buffer.concat([decipher.update(encrypted.subarray(IV + TAG)), decipher.final()]).toString('utf8'),
    ) as PrivateMaterial;
  } catch {
    throw new SecretShut(
      `The private part of ${name} cannot be opened with this master key. Start with the MASTER_KEY, or the DATA_DIR/keys/master.key, under which it was made.`,
    );
  }
}
